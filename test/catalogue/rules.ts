import type { Rule } from './rule';
import { balanced } from './rules/balance';
import { knownCommands, noForbiddenCommand, packagesExact } from './rules/commands';
import { katexRenders, mathjaxRenders } from './rules/engines';
import { sortedIds, uniqueEquations, uniqueIds, uniqueNames } from './rules/ids';
import { alignedAround, noBareRows, noDelimiters } from './rules/layout';
import { relatedExist, variantsExist } from './rules/links';
import { bracedArguments, bracedScripts, noBars, noItalicWords, uprightDifferential } from './rules/notation';
import { fullStops, namesPlain, proseMathematics, tidyText } from './rules/prose';
import {
  referenceAddresses,
  referenceFields,
  referenceKeys,
  referencesExist,
  referencesUsed,
  uniqueReferences,
} from './rules/references';
import { fileIsFamily, fitsSchema } from './rules/schema';
import { fewSlots, slotsApart, slotsReached } from './rules/slots';
import { houseStyle, plainAscii } from './rules/style';
import { lettersExplained, rolesSaid, shapesSaid, symbolsOccur, symbolsOnce } from './rules/symbols';
import { noCommandTrigger, noIdleName, uniqueTriggers } from './rules/triggers';

/** The rules that ask another program; going over the whole catalogue takes them seconds. */
export const ENGINE_RULES: readonly Rule[] = [katexRenders, mathjaxRenders];

/** The quick rules. A rule of `rules/` that is in neither list fails a test. */
export const QUICK_RULES: readonly Rule[] = [
  fitsSchema,
  fileIsFamily,
  uniqueIds,
  sortedIds,
  uniqueNames,
  uniqueEquations,
  noCommandTrigger,
  uniqueTriggers,
  noIdleName,
  symbolsOccur,
  symbolsOnce,
  lettersExplained,
  rolesSaid,
  shapesSaid,
  fewSlots,
  slotsReached,
  slotsApart,
  balanced,
  noBareRows,
  noDelimiters,
  alignedAround,
  noForbiddenCommand,
  knownCommands,
  packagesExact,
  bracedScripts,
  bracedArguments,
  noBars,
  noItalicWords,
  uprightDifferential,
  houseStyle,
  plainAscii,
  fullStops,
  proseMathematics,
  tidyText,
  namesPlain,
  relatedExist,
  variantsExist,
  referencesExist,
  referencesUsed,
  uniqueReferences,
  referenceFields,
  referenceKeys,
  referenceAddresses,
];
