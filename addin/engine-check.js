/* global document, structuredClone */
// For engines of long ago, so in the language of long ago (ES5), and apart from the bundle: Excel 2019 shows panes in Internet Explorer, which could
// not even read it. The pages are made for Chromium 103 and later; what is asked for came shortly before it, in Chromium 98, Safari 15.4 and Firefox 104.
(function () {
  var isNewEnough =
    typeof Worker === 'function' &&
    typeof structuredClone === 'function' &&
    typeof Array.prototype.findLast === 'function';
  if (!isNewEnough) {
    document.documentElement.setAttribute('data-too-old', '');
    document.getElementById('too-old').style.display = 'block';
    document.getElementById('root').style.display = 'none';
  }
})();
