// What a reader takes along of a view: files, citations and pictures, made by the interface for scripts.
// Where nothing is to be made, that is fetched ahead of time, and then all is kept for a visit without a network.

// A file comes as its address, good for as long as the page stands.
const address = (part, type) => URL.createObjectURL(new Blob([part], { type }));
let opened = {};
export const make = async (base, kind, link, how) => {
  const offline = kind && kind !== "kept" ? undefined : import("./offline.js");
  if (kind === "kept") return (await offline).show();
  const { load, open } = await import(`${location.origin}${base}api/v1.js`);
  if (!kind) {
    await load();
    return (await offline).keep();
  }
  // Several things of one view are made of one dataset, read once.
  if (opened.link !== link) opened = { link, cube: await open(link) };
  const { cube } = opened;
  const csv = "text/csv;charset=utf-8";
  if (kind === "cells") return address(cube.cells(), csv);
  const tables = { csv, excel: csv, xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
  if (kind in tables) return address(cube.table(undefined, kind), tables[kind]);
  if (kind === "json") return address(cube.jsonStat(), "application/json");
  if (kind === "cite") return Object.values(cube.cite(undefined, how)).join("\n");
  const svg = address(await cube.picture(undefined, how), "image/svg+xml");
  if (kind === "svg") return svg;
  const picture = new Image();
  picture.src = svg;
  await picture.decode();
  URL.revokeObjectURL(svg);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * picture.width, 2 * picture.height];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return address(await new Promise((done) => canvas.toBlob(done)), "image/png");
};
