import type { Matrix } from 'ml-matrix';
import { matrix, vector } from '../../given';

/** A place in space: right, down, ahead. */
export type Place = readonly [x: number, y: number, z: number];

export const column = ([x, y, z]: Place): Matrix => vector([x, y, z]);

/** A matrix by its columns. */
export function columns(places: readonly Place[]): Matrix {
  return matrix(places).transpose();
}

export function cross([a, b, c]: Place, [x, y, z]: Place): Place {
  return [b * z - c * y, c * x - a * z, a * y - b * x];
}

/** The matrix of the cross product with a vector, entry by entry. */
export function crossMatrix([x, y, z]: Place): Matrix {
  return matrix([
    [0, -z, y],
    [z, 0, -x],
    [-y, x, 0],
  ]);
}

const { cos, sin } = Math;

/** Turns a place by 0.3 about the third axis, by -0.4 about the second and by 0.5 about the first. */
export function turn([x, y, z]: Place): Place {
  const [x1, y1] = [cos(0.3) * x - sin(0.3) * y, sin(0.3) * x + cos(0.3) * y];
  const [x2, z2] = [cos(-0.4) * x1 + sin(-0.4) * z, -sin(-0.4) * x1 + cos(-0.4) * z];
  return [x2, cos(0.5) * y1 - sin(0.5) * z2, sin(0.5) * y1 + cos(0.5) * z2];
}

export const UNITS: readonly Place[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];
export const ROTATION = columns(UNITS.map(turn));
export const SHIFT: Place = [0.4, -0.7, 0.3];

/** From the frame of one camera to that of the other. */
export function move(place: Place): Place {
  const [x, y, z] = turn(place);
  return [x + SHIFT[0], y + SHIFT[1], z + SHIFT[2]];
}

/** What belongs to a camera, in pixels. */
export interface Camera {
  readonly focal: readonly [number, number];
  readonly skew: number;
  readonly centre: readonly [number, number];
}

export const FIRST: Camera = { focal: [1.5, 1.2], skew: 0.1, centre: [0.4, -0.3] };
export const SECOND: Camera = { focal: [0.9, 1.7], skew: -0.2, centre: [0.6, 0.2] };

/** Where a camera sees a place: its ray cut where it is one unit ahead, then measured in pixels. */
export function seen({ focal, skew, centre }: Camera, [x, y, z]: Place): Place {
  const [a, b] = [x / z, y / z];
  return [focal[0] * a + skew * b + centre[0], focal[1] * b + centre[1], 1];
}

/** The intrinsic matrix: pixels are what the camera sees of the directions. */
export function intrinsics({ focal, skew, centre }: Camera): Matrix {
  const scale = matrix([
    [focal[0], 0, 0],
    [0, focal[1], 0],
    [0, 0, 1],
  ]);
  const shear = matrix([
    [1, skew / focal[0], 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  const shift = matrix([
    [1, 0, centre[0]],
    [0, 1, centre[1]],
    [0, 0, 1],
  ]);
  return shift.mmul(scale).mmul(shear);
}

/** Derivatives of the brightness at the pixels of a window: to the right, downwards and in time. */
export const WINDOW = [
  [1, 0.4, -0.7, 2],
  [0.3, -1.2, 0.8, 0.5],
  [0.2, 0.9, -0.5, 1.1],
];
export const [RIGHT = [], DOWN = [], TIME = []] = WINDOW;
