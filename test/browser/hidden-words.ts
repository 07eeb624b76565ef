/** Parts of a page with words that a reader does not see, by the way in which they are hidden. */
export const HIDDEN_WORDS: Readonly<Record<string, string>> = {
  opacity: '<span style="opacity:0">secret</span>',
  'opacity around it': '<span style="opacity:0.01"><b>secret</b></span>',
  'font size': '<span style="font-size:0">secret</span>',
  'a tiny font': '<span style="font-size:1px">secret</span>',
  'no colour': '<span style="color:transparent">secret</span>',
  'no colour of letters': '<span style="-webkit-text-fill-color:rgba(0,0,0,0)">secret</span>',
  'the colour of the page': '<div style="background:#fff"><span style="color:#fefefe">secret</span></div>',
  'a place left of the page': '<span style="position:absolute;left:-9999px">secret</span>',
  'a place above the page': '<span style="position:absolute;top:-500px">secret</span>',
  'an indent': '<p style="text-indent:-9999px">secret</p>',
  'a class for screen readers':
    '<span style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap">secret</span>',
  'a clip': '<span style="position:absolute;clip:rect(0,0,0,0)">secret</span>',
  'a clip path': '<div style="clip-path:inset(100%)">secret</div>',
  'a box without height': '<div style="height:0;overflow:hidden">secret</div>',
  'a box that cuts it off':
    '<div style="height:20px;overflow:hidden"><p style="margin-top:60px">secret</p></div>',
  scale: '<div style="transform:scale(0)">secret</div>',
  'a scale that is nearly nothing': '<div style="transform:scale(0.01)">secret</div>',
  'the usual colour of pages': '<span style="color:white">secret</span>',
  'the colour of the page in another notation':
    '<div style="background:#fff"><span style="color:oklch(1 0 0)">secret</span></div>',
  'nearly the colour of the page': '<span style="color:#f6f6f6">secret</span>',
  'opacities that come to nothing': '<div style="opacity:0.2"><b style="opacity:0.1">secret</b></div>',
  'a filter': '<span style="filter:opacity(0);display:inline-block">secret</span>',
  'a fixed place outside of the window': '<div style="position:fixed;left:300vw">secret</div>',
  'a place right of a page that does not scroll':
    '<style>html{overflow-x:hidden}</style><span style="position:absolute;right:-9999px">secret</span>',
};

/** Parts of a page with nothing of the selection hidden. `#list` and `#end` are scrolled to. */
export const SHOWN_WORDS: Readonly<Record<string, string>> = {
  'plain words': 'words',
  'text that is not displayed': '<span style="display:none">secret</span>',
  'invisible text': '<span style="visibility:hidden">secret</span>',
  'text that cannot be selected': '<span style="user-select:none;opacity:0">secret</span>',
  'letters with a gradient':
    '<h2 style="background:linear-gradient(red,blue);-webkit-background-clip:text;background-clip:text;color:transparent">Words</h2>',
  'pale words': '<span style="color:#bbb;background:#fff">words</span>',
  'white words on a picture':
    '<div style="background-image:linear-gradient(#000,#000)"><span style="color:#fff">words</span></div>',
  'a list that is scrolled':
    '<div id="list" style="height:40px;overflow:auto"><p>one</p><p>two</p><p>three</p><p>four</p></div>',
  'white words on a drawing':
    '<div style="position:relative;height:80px;background:#fff"><svg width="300" height="80" style="position:absolute;left:0;top:0"><rect width="300" height="80"/></svg><span style="position:absolute;left:10px;top:10px;color:#fff">words</span></div>',
  'white words on a painted box before them':
    '<style>#box{position:relative}#box::before{content:"";position:absolute;inset:0;background:#000;z-index:-1}</style><div id="box" style="color:#fff">words</div>',
  'words with a shadow': '<span style="color:#fff;text-shadow:0 0 3px #000">words</span>',
  'characters without a form': 'a<span>\u200B</span>b<span>\u00AD</span>',
  'inline words whose overflow is hidden': '<i style="overflow:hidden">a</i>',
  'words on a dark page': '<style>:root{color-scheme:dark}</style>words',
  'words above the window in a body that scrolls':
    '<style>html{overflow:hidden;height:100%}body{overflow:auto;height:100%;margin:0}</style><p>words</p><div style="height:3000px"></div><b id="end">end</b>',
  'words far down the page': '<div style="height:3000px"></div>words',
  'a small note': '<sup style="font-size:6px">words</sup>',
};
