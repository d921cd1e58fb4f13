import assert from 'node:assert/strict';
import { pageOf } from '../../src/preview/page';

const page = pageOf({
  script: 'vscode-resource:/webview.js',
  style: 'vscode-resource:/preview.css',
  cspSource: 'vscode-resource:',
  nonce: 'f00d',
});
const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

describe('the preview page', () => {
  it('allows nothing but its own script, style and fonts', () => {
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      "script-src 'nonce-f00d'",
      'style-src vscode-resource:',
      'font-src vscode-resource:',
    ]);
  });
  it('has one script, which bears the nonce, and no inline script or style', () => {
    const scripts = page.match(/<script[^>]*>/g);
    assert.deepEqual(scripts, ['<script nonce="f00d" src="vscode-resource:/webview.js">']);
    assert.doesNotMatch(page, /<style|\sstyle=|\son[a-z]+=|javascript:/);
    assert.doesNotMatch(policy, /unsafe/);
  });
  it('names no remote address', () => assert.doesNotMatch(page, /https?:/));
  it('tells the policy before anything is loaded', () => {
    assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<link'));
  });
  it('keeps an address with a quote inside its attribute', () => {
    const odd = pageOf({ script: 'a"><b>', style: '', cspSource: '', nonce: '' });
    assert.match(odd, /src="a&quot;>&lt;b>"/);
  });
});
