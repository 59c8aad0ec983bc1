import jsQR from 'jsqr';

const MODULE = 4;

/**
 * What a phone's camera reads from a QR in SVG, drawn as our pages draw it: one path of unit squares, `M<x>,<y>h1v1h-1z`.
 * Throws when there is no QR in it.
 */
export function scanQr(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * MODULE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+),(\d+)h1v1h-1z/g)) darken(pixels, size, Number(x) * MODULE, Number(y) * MODULE);
  return readPixels(pixels, size, size);
}

/** Of a picture in RGBA. */
export function readPixels(pixels: Uint8ClampedArray, width: number, height: number): string {
  const read = jsQR.default(pixels, width, height);
  if (read === null) throw new Error('there is no QR to be read');
  return read.data;
}

function darken(pixels: Uint8ClampedArray, size: number, left: number, top: number): void {
  for (let y = top; y < top + MODULE; y++)
    for (let x = left; x < left + MODULE; x++) pixels.set([0, 0, 0, 255], (y * size + x) * 4);
}

/** The QRs of a page of ours, in order. */
export const qrsOn = (page: string): readonly string[] =>
  [...page.matchAll(/src="data:image\/svg\+xml;base64,([^"]+)"/g)].map(([, data = '']) =>
    scanQr(Buffer.from(data, 'base64').toString('utf8')),
  );
