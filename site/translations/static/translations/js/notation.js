/* Rich text as it is seen, written without tags: the same notation as translations/editor/notation.py. */

const BOLD = new Set(["B", "STRONG"]);
const ITALIC = new Set(["I", "EM"]);
const OTHERS = new Set(["ABBR", "ACRONYM", "CODE"]);
/** What a browser puts around a line of its own accord. */
const LINES = new Set(["DIV", "P"]);

const escaped = (text) => text.replace(/[\\*_[\]{}]/g, "\\$&");

const inside = (node) => [...node.childNodes].map(noted).join("");

const noted = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  if (node.tagName === "BR") return "\n";
  const inner = inside(node);
  if (!inner) return "";
  if (BOLD.has(node.tagName)) return `**${inner}**`;
  if (ITALIC.has(node.tagName)) return `__${inner}__`;
  if (node.dataset.link) return `[${node.dataset.link}|${inner}]`;
  if (OTHERS.has(node.tagName)) return `{${node.tagName.toLowerCase()}|${inner}}`;
  return LINES.has(node.tagName) ? `\n${inner}` : inner;
};

/** Return what stands in a field for rich text, in the notation. */
export const serialise = (field) => inside(field).trim();
