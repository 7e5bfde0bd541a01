/**
 * A shape is a function of a point: negative inside, positive outside, and at the edge about the
 * distance to it. It never changes faster than the point moves; the canvas relies on that to pass
 * over whole stretches. y points up.
 */
export type Shape = (x: number, y: number) => number;

export type Point = readonly [x: number, y: number];

export function disc(centreX: number, centreY: number, radius: number): Shape {
  return (x, y) => {
    const dx = x - centreX;
    const dy = y - centreY;
    return Math.sqrt(dx * dx + dy * dy) - radius;
  };
}

export function ellipse([centreX, centreY]: Point, [radiusX, radiusY]: Point): Shape {
  const shortest = Math.min(radiusX, radiusY);
  return (x, y) => {
    const u = (x - centreX) / radiusX;
    const v = (y - centreY) / radiusY;
    // Distance as the steepest side has it; the pointed ends come out a little soft.
    return (Math.sqrt(u * u + v * v) - 1) * shortest;
  };
}

/** An upright rectangle between two opposite corners. */
export function box([left, bottom]: Point, [right, top]: Point): Shape {
  return (x, y) => Math.max(left - x, x - right, bottom - y, y - top);
}

export function triangle(a: Point, b: Point, c: Point): Shape {
  return convex([a, b, c]);
}

/** The convex polygon with these corners, in either direction round. */
export function convex(corners: readonly Point[]): Shape {
  const turn = Math.sign(signedArea(corners));
  const edges = corners.map(([x, y], i): readonly [number, number, number] => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Point;
    const length = Math.hypot(nextX - x, nextY - y) * turn;
    const normalX = (nextY - y) / length;
    const normalY = (x - nextX) / length;
    return [normalX, normalY, normalX * x + normalY * y];
  });
  return (x, y) => {
    let farthest = -Infinity;
    for (const edge of edges) {
      const distance = edge[0] * x + edge[1] * y - edge[2];
      if (distance > farthest) farthest = distance;
    }
    return farthest;
  };
}

function signedArea(corners: readonly Point[]): number {
  return corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Point;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** A line with round ends. */
export function stroke([fromX, fromY]: Point, [toX, toY]: Point, thickness: number): Shape {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const squared = alongX * alongX + alongY * alongY;
  return (x, y) => {
    const share = ((x - fromX) * alongX + (y - fromY) * alongY) / squared;
    const t = Math.min(1, Math.max(0, share));
    const dx = x - fromX - t * alongX;
    const dy = y - fromY - t * alongY;
    return Math.sqrt(dx * dx + dy * dy) - thickness / 2;
  };
}

/** Everything below a height. */
export function below(height: number): Shape {
  return (_x, y) => y - height;
}

export function union(...parts: readonly Shape[]): Shape {
  return (x, y) => {
    let nearest = Infinity;
    for (const part of parts) {
      const distance = part(x, y);
      if (distance < nearest) nearest = distance;
    }
    return nearest;
  };
}

export function without(whole: Shape, hole: Shape): Shape {
  return (x, y) => Math.max(whole(x, y), -hole(x, y));
}
