import { prose } from './render';
import { argumentEnd, significant, type Token, tokenize } from './tex';

/** Reads `key value key value …` into a map. */
function pairs(text: string): ReadonlyMap<string, string> {
  const words = text.trim().split(/\s+/);
  return new Map(words.flatMap((key, i) => (i % 2 === 0 ? [[key, words[i + 1] ?? '']] : [])));
}

const CHARACTERS = pairs(`
  alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
  lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ
  Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ nabla ∇ partial ∂ infty ∞
  sum ∑ prod ∏ int ∫ times × cdot · odot ⊙ oplus ⊕ otimes ⊗ circ ∘ ast ∗ star ⋆ parallel ∥ leq ≤ le ≤ geq
  ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ propto ∝ equiv ≡ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus
  ∖ to → rightarrow → mapsto ↦ leftarrow ← Rightarrow ⇒ forall ∀ exists ∃ dots … ldots … cdots ⋯ top ⊤
  perp ⊥ pm ± lVert ‖ rVert ‖ lvert | rvert | langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ prime ′
  emptyset ∅ ll ≪ gg ≫ land ∧ lor ∨ neg ¬ | ‖ { { } } % % & & _ _ # # $ $
`);

/** Commands that leave a space behind, and those that leave nothing. */
const SPACE = /^(?:[,;: \\]|q?quad)$/;
const NOTHING = /^(?:!|left|right|middle|[bB]igg?[lr]?|(?:display|text)style|(?:no)?limits)$/;

const ACCENTS = pairs(
  'hat \u0302 widehat \u0302 bar \u0304 overline \u0305 tilde \u0303 widetilde \u0303 dot \u0307 ddot \u0308 vec \u20d7',
);

/** Code points of `A`, `a` and the digit zero in each mathematical alphabet; null where it has none. */
const ALPHABETS: Readonly<Record<string, readonly [number, number, number | null]>> = {
  mathbf: [0x1d400, 0x1d41a, 0x1d7ce],
  boldsymbol: [0x1d400, 0x1d41a, 0x1d7ce],
  bm: [0x1d400, 0x1d41a, 0x1d7ce],
  mathbb: [0x1d538, 0x1d552, 0x1d7d8],
  mathcal: [0x1d49c, 0x1d4b6, null],
  mathfrak: [0x1d504, 0x1d51e, null],
};

/** Letters that Unicode had before the alphabets and therefore left out of them. */
const ELSEWHERE = pairs(`𝔺 ℂ 𝔿 ℍ 𝕅 ℕ 𝕇 ℙ 𝕈 ℚ 𝕉 ℝ 𝕑 ℤ 𝒝 ℬ 𝒠 ℰ 𝒡 ℱ 𝒣 ℋ 𝒤 ℐ 𝒧 ℒ 𝒨 ℳ 𝒭 ℛ 𝔆 ℭ 𝔋 ℌ 𝔌 ℑ 𝔕 ℜ 𝔝 ℨ`);

const SUBSCRIPTS = scripts('0123456789+-=()aehijklmnoprstuvxβγρϕχ', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ');
const SUPERSCRIPTS = scripts(
  '0123456789+-=()abcdefghijklmnoprstuvwxyzDTN⊤′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴰᵀᴺᵀ′',
);

function scripts(from: string, to: string): ReadonlyMap<string, string> {
  const raised = [...to];
  return new Map([...from].map((character, i) => [character, raised[i] ?? character]));
}

function styled(text: string, alphabet: readonly [number, number, number | null]): string {
  const [upper, lower, zero] = alphabet;
  return text.replace(/[A-Za-z0-9]/g, (letter) => {
    const code = letter.charCodeAt(0);
    const base = code >= 97 ? lower - 97 : code >= 65 ? upper - 65 : zero === null ? null : zero - 48;
    const character = base === null ? letter : String.fromCodePoint(base + code);
    return ELSEWHERE.get(character) ?? character;
  });
}

function script(text: string, table: ReadonlyMap<string, string>, sign: string): string {
  const characters = [...text.replace(/ /g, '')].map((character) => table.get(character));
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return [...text].length === 1 ? sign + text : `${sign}(${text})`;
}

/** Reads tokens from left to right; each method takes what it reads off the front. */
class Reader {
  #at = 0;
  readonly #tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  all(): string {
    let text = '';
    while (this.#at < this.#tokens.length) text += this.#next();
    return text;
  }

  #argument(): string {
    const start = this.#at;
    this.#at = argumentEnd(this.#tokens, start);
    const group = this.#tokens.slice(start, this.#at);
    return new Reader(group[0]?.kind === 'open' ? group.slice(1, -1) : group).all();
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) return '';
    switch (token.kind) {
      case 'command':
        return this.#command(token.text.slice(1));
      case 'subscript':
        return script(this.#argument(), SUBSCRIPTS, '_');
      case 'superscript':
        return script(this.#argument(), SUPERSCRIPTS, '^');
      case 'open':
      case 'close':
      case 'align':
      case 'comment':
        return '';
      case 'letter':
      case 'digit':
      case 'dollar':
      case 'space':
      case 'other':
        return token.text;
    }
  }

  #command(name: string): string {
    const character = CHARACTERS.get(name);
    if (character !== undefined) return character;
    if (name === 'mid') return ' | ';
    if (SPACE.test(name)) return ' ';
    if (NOTHING.test(name)) return '';
    const accent = ACCENTS.get(name);
    if (accent !== undefined) return this.#argument() + accent;
    const alphabet = ALPHABETS[name];
    if (alphabet !== undefined) return styled(this.#argument(), alphabet);
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac')
      return `${this.#argument()}/${this.#argument()}`;
    if (name === 'sqrt') return `√(${this.#argument()})`;
    if (/^(?:math|text|operatorname|mbox)/.test(name)) return this.#argument();
    if (name === 'begin' || name === 'end') {
      this.#argument();
      return '';
    }
    // A named function, kept apart from its argument unless that is in parentheses.
    return this.#tokens[this.#at]?.text === '(' ? name : `${name} `;
  }
}

/**
 * LaTeX mathematics as Unicode text, for places that show no mathematics; what Unicode lacks stays readable.
 *
 * `\bar{\alpha}_{t}` gives `ᾱₜ`, `p_{\theta}(\mathbf{x})` gives `p_θ(𝐱)`.
 */
export function plainMath(latex: string): string {
  return new Reader(significant(tokenize(latex))).all().normalize('NFC').trim();
}

/** A sentence with mathematics between single dollars, as Unicode text. */
export function plainText(sentence: string): string {
  return prose(sentence)
    .map(({ kind, text }) => (kind === 'math' ? plainMath(text) : text))
    .join('');
}
