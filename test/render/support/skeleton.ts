import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** A page without its text: its elements and their attributes, as a reader's browser would see them. */
export function skeleton(html: string): string {
  return elements(parse(html), '').join('\n');
}

function elements(node: Node, indent: string): readonly string[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  if (!('attrs' in node))
    return [...unusual(node, indent), ...children.flatMap((child) => elements(child, indent))];
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${value}"`).join('');
  return [
    `${indent}<${node.tagName}${attributes}>`,
    ...children.flatMap((child) => elements(child, `${indent}  `)),
  ];
}

function unusual(node: Node, indent: string): readonly string[] {
  return node.nodeName === '#comment' ? [`${indent}comment`] : [];
}

/** All text of a page's body, white space as one space. */
export function textOf(html: string): string {
  return texts(parse(html)).join('').replace(/\s+/gu, ' ').trim();
}

function texts(node: Node): readonly string[] {
  if (node.nodeName === 'style' || node.nodeName === 'head') return [];
  if ('value' in node && node.nodeName === '#text') return [node.value];
  return 'childNodes' in node ? node.childNodes.flatMap(texts) : [];
}
