// The generator is keyed by what it draws for, so that other items and problems never change a draw. Scoring.md section 6.
const golden = 0x9e3779b1;
const utf8 = new TextEncoder();

/** `draws` standard normal numbers for `name` ("p:" + problem id or "i:" + item id); the same for the same seed, always. */
export function keyedNormals(name: string, seed: number, draws: number): Float64Array {
  const hash = fnv1a(name);
  const start = Math.imul(seed, golden);
  const normals = new Float64Array(draws);
  for (let k = 0; k < draws; k += 1) {
    const u = (mixed(hash ^ mixed(start + 2 * k)) + 0.5) / 2 ** 32;
    const v = (mixed(hash ^ mixed(start + 2 * k + 1)) + 0.5) / 2 ** 32;
    normals[k] = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  }
  return normals;
}

/** FNV-1a, 32 bits, over the UTF-8 bytes. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of utf8.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

// A bijection of 32 bits in which every input bit flips about half of the output bits (Wellons, "lowbias32").
function mixed(bits: number): number {
  let x = bits;
  x ^= x >>> 16;
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  x = Math.imul(x, 0x846ca68b);
  x ^= x >>> 16;
  return x >>> 0;
}
