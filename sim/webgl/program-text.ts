/** Where the geometry stands in `u`: what the vertices need, and where a lane's band begins. */
export const GEOMETRY = {
  /** Columns and rows of a rectangle. */
  width: 0,
  height: 1,
  /** How far from its corner a rectangle's shape reaches: 2 for a triangle that is cut to it, 1 for the rectangle itself. */
  reach: 2,
  /** Rows of a band of what is written, and of the whole texture. */
  band: 3,
  rows: 4,
  /** The first texel within a lane's band, and how many are written. */
  texel: 5,
  count: 6,
  /** The first row of each rectangle, up to four. */
  starts: 7,
} as const;

export const GEOMETRY_LENGTH = 11;

export interface ProgramShape {
  /** Statements in terms of `t`, `u[…]`, `f[…]`, `read0(…)`. */
  readonly text: string;
  readonly reads: number;
  readonly outputs: number;
  readonly integers: number;
  readonly floats: number;
}

/** How long `u` is: the geometry, the band of each texture that is read, then the program's own numbers. */
function integersOf({ reads, integers }: ProgramShape): number {
  return GEOMETRY_LENGTH + reads + integers;
}

/** As many rectangles as there are instances. */
export function vertexText(shape: ProgramShape): string {
  return `#version 300 es
precision highp float;
precision highp int;
uniform int u[${integersOf(shape)}];
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * float(u[${GEOMETRY.reach}]);
  vec2 size = vec2(256.0, float(u[${GEOMETRY.rows}]));
  vec2 start = vec2(0.0, float(u[${GEOMETRY.starts} + gl_InstanceID]));
  vec2 place = start + corner * vec2(float(u[${GEOMETRY.width}]), float(u[${GEOMETRY.height}]));
  gl_Position = vec4(place / size * 2.0 - 1.0, 0.0, 1.0);
}`;
}

export function fragmentText(shape: ProgramShape): string {
  const { text, reads, outputs, floats } = shape;
  const places = Array.from({ length: reads }, (_, i) => i);
  const own = text.replaceAll(
    /u\[(\d+)\]/gu,
    (_, place: string) => `u[${Number(place) + GEOMETRY_LENGTH + reads}]`,
  );
  return `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform int u[${integersOf(shape)}];
${floats > 0 ? `uniform float f[${floats}];` : ""}
${places.map((i) => `uniform sampler2D s${i};`).join("\n")}
int lane;
${Array.from({ length: outputs }, (_, i) => `layout(location = ${i}) out vec4 o${i};`).join("\n")}
${places
  .map(
    (i) =>
      `vec4 read${i}(int t) { return texelFetch(s${i}, ivec2(t & 255, (t >> 8) + lane * u[${GEOMETRY_LENGTH + i}]), 0); }`,
  )
  .join("\n")}
int over(int a, int b) { return int((float(a) + 0.5) / float(b)); }
int rest(int a, int b) { return a - over(a, b) * b; }
void main() {
  int row = int(gl_FragCoord.y);
  lane = over(row, u[${GEOMETRY.band}]);
  int t = int(gl_FragCoord.x) + (row - lane * u[${GEOMETRY.band}]) * 256 - u[${GEOMETRY.texel}];
  if (t < 0 || t >= u[${GEOMETRY.count}]) discard;
${own}
}`;
}
