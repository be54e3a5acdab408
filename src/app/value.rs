//! Signals and memos of one kind: the page carries their machinery once, and not once for each type
//! that is kept in one.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// Any value, shared.
#[derive(Clone)]
pub(super) struct Shared(Arc<dyn Any + Send + Sync>);

impl Shared {
    fn new<T: Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
    #[allow(
        clippy::expect_used,
        reason = "only values of its own type are put into a signal or memo"
    )]
    fn value<T: 'static>(&self) -> &T {
        self.0.downcast_ref().expect("a value of its type")
    }
}

/// What works a value out, from the one before.
type Work = Box<dyn Fn(Option<&Shared>) -> Shared + Send + Sync>;

fn memo(work: Work) -> Memo<Shared> {
    Memo::new_with_compare(work, |before, now| match (before, now) {
        (Some(before), Some(now)) => !before.is(now),
        _ => true,
    })
}

/// A value in a signal or a memo.
pub(super) struct Value<T, S> {
    signal: S,
    of: PhantomData<fn() -> T>,
}

/// A value that follows others.
pub(super) type Derived<T> = Value<T, Memo<Shared>>;

/// A value that is set.
pub(super) type Held<T> = Value<T, RwSignal<Shared>>;

/// A value worked out once for each view; its readers tell what differs.
pub(super) fn derived<T: Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Derived<T> {
    derived_after(move |_| value())
}

/// A value worked out once for each view, with the help of the one before.
pub(super) fn derived_after<T: Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Derived<T> {
    let work = move |before: Option<&Shared>| Shared::new(value(before.map(Shared::value)));
    Value::in_signal(memo(Box::new(work)))
}

/// A value whose readers are told only when it is another.
pub(super) fn settled<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn() -> T + Send + Sync + 'static,
) -> Derived<T> {
    boxed(Box::new(value))
}

fn boxed<T: PartialEq + Send + Sync + 'static>(
    value: Box<dyn Fn() -> T + Send + Sync>,
) -> Derived<T> {
    let work = move |before: Option<&Shared>| {
        let now = value();
        match before {
            Some(before) if *before.value::<T>() == now => before.clone(),
            _ => Shared::new(now),
        }
    };
    Value::in_signal(memo(Box::new(work)))
}

impl<T, S> Value<T, S> {
    fn in_signal(signal: S) -> Self {
        Self {
            signal,
            of: PhantomData,
        }
    }
}

impl<T: 'static, S: Get<Value = Shared> + GetUntracked<Value = Shared>> Value<T, S> {
    /// Reads the value, and again whenever it is another.
    pub(super) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(self.signal.get().value())
    }
    /// Reads the value as it is now.
    pub(super) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(self.signal.get_untracked().value())
    }
    /// The value, and again whenever it is another.
    pub(super) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }
    /// The value as it is now.
    pub(super) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

impl<T: Send + Sync + 'static> Held<T> {
    pub(super) fn new(value: T) -> Self {
        Self::in_signal(RwSignal::new(Shared::new(value)))
    }
    /// Puts another value in.
    pub(super) fn set(self, value: T) {
        self.signal.set(Shared::new(value));
    }
    /// Changes the value.
    pub(super) fn update(self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T, S: Copy> Clone for Value<T, S> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T, S: Copy> Copy for Value<T, S> {}
