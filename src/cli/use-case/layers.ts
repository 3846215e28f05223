// A door of its own, so that a question that is not answered in layers does not load what makes layers and matrices.
export { inLayers } from '../../workbench/index.ts';
