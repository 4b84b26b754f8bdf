// What the page shows, in the fragment of its address: it is shared by a link, and no server's log ever holds it.

// Long values are packed, so that a link with a query in it stays short.
const packedFrom = 60;

async function through(bytes, transform) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(transform)).arrayBuffer());
}

function toBase64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64url(text) {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

async function packed(text) {
  return toBase64url(await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw")));
}

async function unpacked(text) {
  return new TextDecoder().decode(await through(fromBase64url(text), new DecompressionStream("deflate-raw")));
}

/** "#find?text=hondur": the fragment of a view with its parameters. */
export function linkTo(view, parameters = {}) {
  const text = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  return `#${view}${text && "?"}${text}`;
}

/** The same with long values packed: "#query?text.z=…". */
export async function sharedLink(view, parameters) {
  const short = {};
  for (const [name, value] of Object.entries(parameters))
    if (value.length > packedFrom) short[`${name}.z`] = await packed(value);
    else short[name] = value;
  return new URL(linkTo(view, short), document.baseURI).href;
}

/** The view and the parameters of the page's address; a value that cannot be unpacked is left out. */
export async function readFragment() {
  const [, view, text] = /^#?([^?]*)\??(.*)$/s.exec(location.hash);
  const parameters = {};
  for (const [name, value] of new URLSearchParams(text))
    if (!name.endsWith(".z")) parameters[name] = value;
    else parameters[name.slice(0, -2)] = await unpacked(value).catch(() => "");
  return { view, parameters };
}
