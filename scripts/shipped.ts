import { type Catalogue, createCatalogue } from '../src/core/catalogue';
import type { CatalogueData } from '../src/core/equation';
import { catalogueJson } from '../src/generated/catalogue';

/**
 * The catalogue that comes with the extension, at once, for scripts and tests. The extension itself reads the same
 * from a file, because as code it would be compiled whenever VS Code starts.
 */
export function shippedCatalogue(): Catalogue {
  return createCatalogue(JSON.parse(catalogueJson) as CatalogueData);
}
