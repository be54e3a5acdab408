//! The map itself, in a frame through which a camera sees it.

use super::flow::{Flow, MARGIN, ROOM};
use super::paint::Paint;
use super::svg::{Svg, number};
use crate::cube::Cube;
use crate::geo::UNITS_PER_PX;
use crate::scene::{Camera, Fill, Frame, MapGeometry, MapScene, Shape, looked_into, parent_axis};
use crate::view_state::{MapForm, Place, ResolvedView};
use crate::words::plain_number;

/// What a map is drawn from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub(super) cube: &'a Cube,
    pub(super) view: &'a ResolvedView,
    pub(super) scene: &'a MapScene,
    pub(super) geometry: &'a MapGeometry,
}

/// The place in focus, and what is shown of the map because of it.
#[derive(Debug)]
struct Focus {
    /// The place.
    place: Place,
    /// The place, or of a region the group that it belongs to: what is not veiled.
    around: Place,
    /// The shape of that.
    shape: Shape,
}

/// The map seen through a frame.
#[derive(Debug)]
pub(super) struct MapFrame<'a> {
    drawn: Drawn<'a>,
    form: MapForm,
    focus: Option<Focus>,
    frame: Frame,
    camera: Camera,
}

impl<'a> MapFrame<'a> {
    pub(super) fn new(drawn: Drawn<'a>) -> Self {
        let form = drawn.view.map;
        let focus = drawn.view.place.and_then(|place| {
            let around = looked_into(drawn.cube, Some(place))?;
            let shape = drawn.geometry.shape(drawn.cube, around, form)?;
            Some(Focus {
                place,
                around,
                shape,
            })
        });
        let frame = Frame::of_picture(drawn.geometry.size_px(form));
        let camera = focus.as_ref().map_or(frame.whole(), |focus| {
            Camera::on(focus.shape.bounds_px, frame)
        });
        Self {
            drawn,
            form,
            focus,
            frame,
            camera,
        }
    }

    /// Units of the map's paths that are one pixel of the frame.
    pub(super) fn units_per_px(&self) -> f64 {
        UNITS_PER_PX / self.camera.scale / self.enlarged()
    }

    /// Pixels of the sheet over pixels of the picture.
    fn enlarged(&self) -> f64 {
        ROOM / self.frame.size_px().0
    }

    /// Draws the map below what is on the sheet.
    pub(super) fn draw(&self, flow: &mut Flow, paint: &Paint) {
        let (_, height_px) = self.frame.size_px();
        let height = height_px * self.enlarged();
        let frame = [MARGIN, flow.y, ROOM, height].map(number);
        let attributes = [
            ("x", &*frame[0]),
            ("y", &*frame[1]),
            ("width", &*frame[2]),
            ("height", &*frame[3]),
            ("viewBox", &*self.frame.view_box()),
            ("overflow", "hidden"),
        ];
        flow.svg.open("svg", &attributes);
        let (x, y) = self.camera.shift_px;
        let moved = format!(
            "translate({} {}) scale({})",
            number(x * UNITS_PER_PX),
            number(y * UNITS_PER_PX),
            plain_number(self.camera.scale, 5)
        );
        let group = [
            ("transform", &*moved),
            ("stroke-linejoin", "round"),
            ("stroke-linecap", "round"),
        ];
        flow.svg.open("g", &group);
        self.layers(flow, paint);
        flow.svg.close("g");
        flow.svg.close("svg");
        if self.focus.is_some() {
            let line = flow.palette.line;
            let stroke = [("fill", "none"), ("stroke", line)];
            flow.rect((MARGIN, flow.y), (ROOM, height), &stroke);
        }
        flow.y += height;
    }

    fn layers(&self, flow: &mut Flow, paint: &Paint) {
        let palette = flow.palette;
        let svg = &mut flow.svg;
        let [water, land] = self.drawn.geometry.backdrop();
        let on_ground = self.form == MapForm::Geo;
        if on_ground && !land.is_empty() {
            svg.empty("path", &[("d", &*land), ("fill", palette.land)]);
        }
        self.places(svg, paint);
        if on_ground && !water.is_empty() {
            svg.empty("path", &[("d", &*water), ("fill", palette.water)]);
        }
        let borders = self.borders();
        // Over tiles the gaps between them are the ground of the line.
        let (ground_px, line_px) = match self.form {
            MapForm::Geo => (1.9, 0.7),
            MapForm::Tile => (0.0, 1.5),
        };
        self.stroke(svg, &borders, (palette.paper, ground_px));
        self.stroke(svg, &borders, (palette.border, line_px));
        let Some(focus) = &self.focus else { return };
        let around = self.frame.surroundings() + &focus.shape.path;
        let veil = [
            ("d", &*around),
            ("fill", palette.paper),
            ("fill-opacity", "0.7"),
            ("fill-rule", "evenodd"),
        ];
        svg.empty("path", &veil);
        let outline = |place| {
            self.drawn
                .geometry
                .outline(self.drawn.cube, place, self.form)
        };
        if focus.around != focus.place {
            self.stroke(svg, &outline(focus.around), (palette.border, 1.3));
        }
        let own = outline(focus.place);
        self.stroke(svg, &own, (palette.paper, 5.0));
        self.stroke(svg, &own, (palette.accent, 2.6));
    }

    /// The places of the level, those of one fill together.
    fn places(&self, svg: &mut Svg, paint: &Paint) {
        let Drawn {
            cube,
            scene,
            geometry,
            ..
        } = self.drawn;
        let shapes = geometry.shapes(cube, scene.axis, self.form);
        let listed = scene.legend.iter().flat_map(|line| {
            let marked = if let Fill::Colour(class) = line.fill {
                vec![Fill::Shared(class), Fill::Between(class)]
            } else {
                Vec::new()
            };
            std::iter::once(line.fill).chain(marked)
        });
        let in_view = listed.filter(|fill| *fill != Fill::Out);
        for fill in in_view.chain([Fill::Out]) {
            let filled: Vec<&Shape> = (shapes.iter())
                .filter(|shape| scene.fills[shape.at.0] == fill)
                .collect();
            if filled.is_empty() {
                continue;
            }
            let px = self.units_per_px();
            let (edge, dashes) = (number(px * 0.5), [3.0, 2.0].map(|long| number(px * long)));
            let name = if let Fill::Colour(class) = fill {
                format!("class-{}", class + 1)
            } else if let Fill::Between(class) = fill {
                format!("class-{}-or-beside", class + 1)
            } else {
                fill.pattern().unwrap_or("out").to_owned()
            };
            let (fill_of, edge_of) = (paint.on_map(fill), paint.edge(fill));
            let mut group = vec![
                ("id", &*name),
                ("fill", &*fill_of),
                ("fill-rule", "evenodd"),
                ("stroke", &*edge_of),
                ("stroke-width", &*edge),
            ];
            let dashes = dashes.join(" ");
            if fill.is_between() {
                group.push(("stroke-dasharray", &*dashes));
            }
            svg.open("g", &group);
            for shape in filled {
                let code = cube.members(scene.axis).get(shape.at).code();
                svg.empty("path", &[("data-code", code.as_str()), ("d", &*shape.path)]);
            }
            svg.close("g");
        }
    }

    /// The lines between the groups of regions, or, of a level of groups, between those.
    fn borders(&self) -> String {
        let Drawn {
            cube,
            scene,
            geometry,
            ..
        } = self.drawn;
        let groups = scene.axis.grouping().map(|_| scene.axis);
        let axis = groups.or(parent_axis(cube));
        axis.map_or_else(String::new, |axis| geometry.borders(cube, axis, self.form))
    }

    fn stroke(&self, svg: &mut Svg, path: &str, (colour, width_px): (&str, f64)) {
        let attributes = [
            ("d", path),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", &*number(self.units_per_px() * width_px)),
        ];
        if !path.is_empty() && width_px > 0.0 {
            svg.empty("path", &attributes);
        }
    }
}
