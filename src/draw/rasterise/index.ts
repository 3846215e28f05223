export { svgToPng, type PngOptions } from './svg-to-png.ts'; // a drawing as a picture, without a browser
