import { useEffect, useRef } from "react";
import "./byte-picture.css";

export interface BytePictureProps {
  /** [height, width, 3] */
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows. */
  readonly label: string;
}

/** A small picture, pixel by pixel, as large as a thumb. */
export function BytePicture({ rgb, width, height, label }: BytePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const picture = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel++) {
      picture.data.set(rgb.subarray(3 * pixel, 3 * pixel + 3), 4 * pixel);
      picture.data[4 * pixel + 3] = 255;
    }
    context.putImageData(picture, 0, 0);
  }, [rgb, width, height]);
  return (
    <canvas
      ref={canvas}
      className="byte-picture"
      width={width}
      height={height}
      // It has no address that an img could show.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
    />
  );
}
