/** Splits a table of names into a set. */
function names(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/));
}

// What pdfLaTeX of TeX Live 2022 knows in an article with nothing, amsmath, amssymb or mathtools loaded: every name of
// letters alone that its sources hold was asked for with \ifdefined. The last table is the rest of KaTeX's.

/** TeX's primitives and the LaTeX kernel's commands. */
export const LATEX = names(`
  AA AE ActivateGenericHook AddToHook AddToHookNext AddToNoCaseChangeList AfterEndEnvironment Alph
  ArgumentSpecification Arrowvert AtBeginDocument AtBeginDvi AtBeginEnvironment AtEndDocument AtEndDvi
  AtEndEnvironment AtEndOfClass AtEndOfPackage BeforeBeginEnvironment Big Bigg Biggl Biggm Biggr Bigl Bigm
  Bigr BooleanFalse BooleanTrue Box CaseSwitch CheckCommand CheckEncodingSubset ClassError ClassInfo
  ClassNote ClassNoteNoLine ClassWarning ClassWarningNoLine ClearHookNext ClearHookRule CurrentFile
  CurrentFilePath CurrentFilePathUsed CurrentFileUsed CurrentOption DH DJ DebugHooksOff DebugHooksOn
  DebugMarksOff DebugMarksOn DebugShipoutsOff DebugShipoutsOn DeclareCaseChangeEquivalent DeclareCommandCopy
  DeclareCurrentRelease DeclareDefaultHookRule DeclareDocumentCommand DeclareDocumentEnvironment
  DeclareEmphSequence DeclareEncodingSubset DeclareErrorFont DeclareExpandableDocumentCommand
  DeclareFixedFont DeclareFontEncoding DeclareFontEncodingDefaults DeclareFontFamily
  DeclareFontFamilySubstitution DeclareFontSeriesChangeRule DeclareFontSeriesDefault DeclareFontShape
  DeclareFontShapeChangeRule DeclareFontSubstitution DeclareHookRule DeclareKeys DeclareMathAccent
  DeclareMathAlphabet DeclareMathDelimiter DeclareMathRadical DeclareMathSizes DeclareMathSymbol
  DeclareMathVersion DeclareOldFontCommand DeclareOption DeclarePreloadSizes DeclareRelease
  DeclareRobustCommand DeclareSizeFunction DeclareSymbolFont DeclareSymbolFontAlphabet DeclareTextAccent
  DeclareTextAccentDefault DeclareTextCommand DeclareTextCommandDefault DeclareTextComposite
  DeclareTextCompositeCommand DeclareTextFontCommand DeclareTextSymbol DeclareTextSymbolDefault
  DeclareUnicodeCharacter DeclareUnknownKeyHandler Delta Diamond DisableGenericHook DisableHook
  DiscardShipoutBox DocumentMetadata Downarrow EndIncludeInRelease EndModuleRelease ExecuteOptions
  ExpandArgs ExplFileDate ExplLoaderFileDate ExplSyntaxOff ExplSyntaxOn FirstAidNeededT FirstMark Gamma
  GenericError GenericInfo GenericWarning GetDocumentCommandArgSpec GetDocumentEnvironmentArgSpec GetIdInfo
  H Huge Hwithstroke IJ IeC IfBlankF IfBlankT IfBlankTF IfBooleanF IfBooleanT IfBooleanTF IfClassAtLeastTF
  IfClassLoadedTF IfClassLoadedWithOptionsTF IfDocumentMetadataTF IfFileExists IfFontSeriesContextTF
  IfFormatAtLeastTF IfHookEmptyTF IfHookExistsTF IfMarksEqualTF IfNoValueF IfNoValueT IfNoValueTF
  IfPDFManagementActiveTF IfPackageAtLeastTF IfPackageLoadedTF IfPackageLoadedWithOptionsTF
  IfTargetDateBefore IfValueF IfValueT IfValueTF Im IncludeInRelease IndentBox InputIfFileExists InsertMark
  Join L LARGE LaTeX LaTeXFirstAidDate LaTeXFirstAidVersion LaTeXe Lambda Large LastDeclaredEncoding
  LastMark Leftarrow Leftrightarrow LinkTargetOff LinkTargetOn LoadClass LoadClassWithOptions
  LoadFontDefinitionFile LogHook Longleftarrow Longleftrightarrow Longrightarrow MakeLinkTarget
  MakeLowercase MakeRobust MakeTitlecase MakeUppercase MessageBreak NG NeedsTeXFormat NewCommandCopy
  NewDocumentCommand NewDocumentEnvironment NewExpandableDocumentCommand NewHook NewMarkClass
  NewMirroredHookPair NewModuleRelease NewReversedHook NextLinkTarget NoCaseChange O OE Omega OmitIndent
  OptionNotUsed P PackageError PackageInfo PackageNote PackageNoteNoLine PackageWarning PackageWarningNoLine
  PassOptionsToClass PassOptionsToPackage Phi Pi PopDefaultHookLabel Pr PreviousTotalPages ProcessKeyOptions
  ProcessList ProcessOptions ProcessedArgument ProvideDocumentCommand ProvideDocumentEnvironment
  ProvideExpandableDocumentCommand ProvideHook ProvideMirroredHookPair ProvideReversedHook
  ProvideTextCommand ProvideTextCommandDefault ProvidesClass ProvidesExplClass ProvidesExplFile
  ProvidesExplPackage ProvidesFile ProvidesPackage Psi PushDefaultHookLabel RawIndent RawNoindent RawParEnd
  RawShipout Re ReadonlyShipoutCounter Ref Relbar RemoveFromHook RenewCommandCopy RenewDocumentCommand
  RenewDocumentEnvironment RenewExpandableDocumentCommand RequirePackage RequirePackageWithOptions
  ReverseBoolean Rightarrow Roman S SS SetDefaultHookLabel SetKeys SetMathAlphabet SetSymbolFont ShipoutBox
  ShowCommand ShowDocumentCommandArgSpec ShowDocumentEnvironmentArgSpec ShowFloat ShowHook Sigma
  SplitArgument SplitList TH TeX TeXXeTstate TextOrMath TextSymbolUnavailable Theta TopMark TrimSpaces
  USenglishhyphenmins UndeclareTextCommand Uparrow Updownarrow Upsilon UseHook UseLegacyTextSymbols UseName
  UseOneTimeHook UseRawInputEncoding UseTextAccent UseTextSymbol Vert Xi a aa above abovecaptionskip
  abovedisplayshortskip abovedisplayskip abovewithdelims abstract abstractname accent active acute
  addcontentsline adddialect addlanguage addpenalty addtocontents addtocounter addtolength addvspace
  adjdemerits advance ae afterassignment aftergroup aleph allocationnumber allowbreak alph alpha amalg
  americanhyphenmins and angle appendix appendixname approx arabic arccos arcsin arctan arg array
  arraycolsep arrayrulewidth arraystretch arrowvert asciispace ast asymp atop atopwithdelims author b
  backslash badness bar baselineskip baselinestretch batchmode begin beginL beginR begingroup
  belowcaptionskip belowdisplayshortskip belowdisplayskip beta bezier bf bfdefault bfseries bgroup bibcite
  bibdata bibindent bibitem bibliography bibliographystyle bibstyle big bigbreak bigcap bigcirc bigcup bigg
  biggl biggm biggr bigl bigm bigodot bigoplus bigotimes bigr bigskip bigskipamount bigsqcup bigtriangledown
  bigtriangleup biguplus bigvee bigwedge binoppenalty bmod boldmath bordermatrix bot botfigrule botmark
  botmarks bottomfraction bowtie box boxmaxdepth brace braceld bracelu bracerd braceru bracevert brack break
  breve brokenpenalty buildrel bullet c cal cap capitalacute capitalbreve capitalcaron capitalcedilla
  capitalcircumflex capitaldieresis capitaldotaccent capitalgrave capitalhungarumlaut capitalmacron
  capitalnewtie capitalogonek capitalring capitaltie capitaltilde caption cases catcode cdot cdotp cdots
  center centering centerline char chardef check chi choose circ circle citation cite clap cleaders
  cleardoublepage clearpage cline closein closeout clubpenalties clubpenalty clubsuit colon columnsep
  columnseprule columnwidth cong contentsline contentsname coprod copy copyright cos cosh cot coth count
  countdef counterwithin counterwithout cr crcr csc csname cup currentgrouplevel currentgrouptype
  currentifbranch currentiflevel currentiftype d dag dagger dashbox dashv date day dblfigrule
  dblfloatpagefraction dblfloatsep dbltextfloatsep dbltopfraction ddag ddagger ddot ddots deadcycles def
  defaulthyphenchar defaultscriptratio defaultscriptscriptratio defaultskewchar deg delcode delimiter
  delimiterfactor delimitershortfall delta description descriptionlabel det detokenize dh diamond
  diamondsuit dim dimen dimendef dimeval dimexpr discretionary displayindent displaylimits displaylines
  displaymath displaystyle displaywidowpenalties displaywidowpenalty displaywidth div divide dj document
  documentclass documentstyle dospecials dot doteq dotfill dots doublehyphendemerits doublerulesep downarrow
  downbracefill dp dump eTeXrevision eTeXversion edef efcode egroup eject ell else em emergencystretch
  emforce eminnershape emph empty emptyset emreset encodingdefault end endL endR endabstract endarray
  endcenter endcsname enddescription enddisplaymath enddocument endenumerate endeqnarray endequation
  endfigure endfilecontents endflushleft endflushright endgraf endgroup endinput enditemize endline
  endlinechar endlist endlrbox endmath endminipage endpicture endquotation endquote endsloppypar endtabbing
  endtable endtabular endthebibliography endtheindex endtitlepage endtrivlist endverbatim endverse
  englishhyphenmins enlargethispage enskip enspace ensuremath enumerate epsilon eqnarray eqno equation equiv
  errhelp errmessage errorcontextlines errorstopmode escapechar eta evensidemargin everycr everydisplay
  everyeof everyhbox everyjob everymath everypar everyvbox exhyphenpenalty exists exp expandafter expanded
  extracolsep extrafloats fam familydefault fbox fboxrule fboxsep fi figure figurename filbreak filecontents
  fill finalhyphendemerits firstmark firstmarks flat floatingpenalty floatpagefraction floatsep flushbottom
  flushleft flushright fmtname fmtversion fnsymbol font fontchardp fontcharht fontcharic fontcharwd
  fontdimen fontencoding fontfamily fontname fontseries fontseriesforce fontshape fontshapeforce fontsize
  fontsubfuzz footins footnote footnotemark footnoterule footnotesep footnotesize footnotetext footref
  footskip forall foreignlanguage fpeval frac frame framebox frenchspacing frown fussy futurelet gamma gcd
  gdef ge geq gets gg global globaldefs glossary glueexpr glueshrink glueshrinkorder gluestretch
  gluestretchorder gluetomu goodbreak grave guillemetleft guillemetright guillemotleft guillemotright
  guilsinglleft guilsinglright halign hangafter hangindent hat hbadness hbar hbox headheight headsep
  heartsuit hfil hfill hfilneg hfuzz hglue hideoutput hideskip hidewidth hline hoffset holdinginserts hom
  hookleftarrow hookrightarrow hphantom hrule hrulefill hsize hskip hspace hss ht huge hwithstroke
  hyphenation hyphenchar hyphenpenalty i ialign if ifcase ifcat ifcsname ifdefined ifdim ifeof iff iffalse
  iffontchar ifhbox ifhmode ifincsname ifinner iflanguage ifmmode ifnum ifodd ifpdfabsdim ifpdfabsnum
  ifpdfprimitive iftrue ifvbox ifvmode ifvoid ifx ignorespaces ignorespacesafterend ij imath immediate in
  include includeonly indent index indexname indexspace inf infty input inputencodingname inputlineno insert
  insertpenalties int interactionmode interdisplaylinepenalty interfootnotelinepenalty interlinepenalties
  interlinepenalty inteval intextsep intop iota it itdefault item itemindent itemize itemsep iterate itshape
  j jmath jobname joinrel jot k kappa ker kern kerneltmpDoNotUse kill l label labelenumi labelenumii
  labelenumiii labelenumiv labelformat labelitemfont labelitemi labelitemii labelitemiii labelitemiv
  labelsep labelwidth lambda land langle language languagename languagetext large lastbox lastkern
  lastlinefit lastnodetype lastpenalty lastskip lbrace lbrack lccode lceil ldotp ldots le leaders leadsto
  leavevmode left leftarrow leftarrowfill lefteqn leftharpoondown leftharpoonup lefthyphenmin leftline
  leftmargin leftmargini leftmarginii leftmarginiii leftmarginiv leftmarginkern leftmarginv leftmarginvi
  leftmark leftrightarrow leftskip legacyoldstylenums leq leqno let letterspacefont lfloor lg lgroup lhd
  lhook lim liminf limits limsup line linebreak linepenalty lineskip lineskiplimit linespread linethickness
  linewidth list listfigurename listfiles listoffigures listoftables listparindent listtablename ll llap
  lmoustache ln lnot locale localename log loggingall loggingoutput long longleftarrow longleftrightarrow
  longmapsto longrightarrow loop looseness lor lower lowercase lpcode lq lrbox ltcmddate ltcmdhooksdate
  ltcmdhooksversion ltcmdversion ltfilehookdate ltfilehookversion lthooksdate lthooksversion ltmarksdate
  ltmarksversion ltmetadate ltmetaversion ltparadate ltparaversion ltshipoutdate ltshipoutversion mag
  magstep magstephalf makeatletter makeatother makebox makeglossary makeindex makelabel maketitle mapsto
  mapstochar marginpar marginparpush marginparsep marginparwidth mark markboth markright marks math
  mathaccent mathalpha mathbf mathbin mathcal mathchar mathchardef mathchoice mathclose mathcode mathdollar
  mathellipsis mathgroup mathhexbox mathinner mathit mathnormal mathop mathopen mathord mathpalette
  mathparagraph mathpunct mathrel mathring mathrm mathsection mathsf mathsterling mathstrut mathsurround
  mathtt mathunderscore mathversion matrix max maxdeadcycles maxdepth maxdimen mbox mddefault mdseries
  meaning medbreak medmuskip medskip medskipamount medspace message mho mid middle min minipage mit mkern
  models month moveleft moveright mp mskip mu muexpr multicolumn multiply multiput multispan muskip
  muskipdef mutoglue nabla narrower natural ne nearrow neg negmedspace negthickspace negthinspace neq
  newblock newbox newcommand newcount newcounter newdimen newenvironment newfam newfont newhelp newif
  newinsert newlabel newlanguage newlength newline newlinechar newmarks newmuskip newpage newread newsavebox
  newskip newtheorem newtie newtoks newwrite ng ni noalign noboundary nobreak nobreakdashes nobreakspace
  nocite nocorr nocorrlist noexpand nofiles noindent nointerlineskip nolimits nolinebreak nonfrenchspacing
  nonscript nonstopmode nonumber nopagebreak noprotrusion normalbaselines normalbaselineskip normalcolor
  normalfont normallineskip normallineskiplimit normalmarginpar normalsfcodes normalshape normalsize not
  notin nu null nulldelimiterspace nullfont number numberline numexpr nwarrow o oalign obeycr obeyedline
  obeyedspace obeylines obeyspaces oddsidemargin odot oe offinterlineskip oint ointop oldstylenums omega
  ominus omit onecolumn ooalign openin openout openup oplus or oslash otherlanguage otimes outer output
  outputpenalty oval over overbrace overfullrule overleftarrow overline overrightarrow overwithdelims owns
  pagebreak pagedepth pagediscards pagefilllstretch pagefillstretch pagefilstretch pagegoal pagenumbering
  pageref pageshrink pagestretch pagestyle pagetotal paperheight paperwidth par paragraph paragraphmark
  parallel parbox parfillskip parindent parsep parshape parshapedimen parshapeindent parshapelength parskip
  part partial partname partokencontext partokenname partopsep patterns pausing pdfadjustspacing pdfannot
  pdfcatalog pdfcolorstack pdfcolorstackinit pdfcompresslevel pdfcopyfont pdfcreationdate pdfdecimaldigits
  pdfdest pdfdestmargin pdfdraftmode pdfeachlinedepth pdfeachlineheight pdfelapsedtime pdfendlink
  pdfendthread pdffiledump pdffilemoddate pdffilesize pdffirstlineheight pdffontattr pdffontexpand
  pdffontname pdffontobjnum pdffontsize pdfgamma pdfgentounicode pdfglyphtounicode pdfhorigin
  pdfignoreddimen pdfimageapplygamma pdfimagegamma pdfimagehicolor pdfimageresolution pdfincludechars
  pdfinclusioncopyfonts pdfinclusionerrorlevel pdfinfo pdfinsertht pdflastannot pdflastlinedepth pdflastlink
  pdflastobj pdflastxform pdflastximage pdflastximagecolordepth pdflastximagepages pdflastxpos pdflastypos
  pdflinkmargin pdfliteral pdfmajorversion pdfmapfile pdfmapline pdfmdfivesum pdfminorversion pdfnames
  pdfnoligatures pdfnormaldeviate pdfobj pdfobjcompresslevel pdfoutline pdfoutput pdfpageattr pdfpagebox
  pdfpageheight pdfpageref pdfpageresources pdfpagesattr pdfpagewidth pdfpkmode pdfpkresolution pdfprimitive
  pdfprotrudechars pdfpxdimen pdfrandomseed pdfrefobj pdfrefxform pdfrefximage pdfresettimer pdfrestore
  pdfretval pdfsave pdfsavepos pdfsetmatrix pdfsetrandomseed pdfshellescape pdfstartlink pdfstartthread
  pdfstrcmp pdfsuppressptexinfo pdftexbanner pdftexrevision pdftexversion pdfthread pdfthreadmargin
  pdftracingfonts pdftrailer pdfuniformdeviate pdfuniqueresname pdfvorigin pdfxform pdfxformname pdfximage
  pdfximagebbox penalty perp phantom phi pi picture pm pmatrix pmod poptabs postdisplaypenalty pounds prec
  preceq predisplaydirection predisplaypenalty predisplaysize pretolerance prevdepth prevgraf prime prod
  propto protect protected providecommand providehyphenmins psi pushtabs put qbezier qbeziermax qquad quad
  quitvmode quotation quote quotedblbase quotesinglbase r radical raggedbottom raggedleft raggedright raise
  raisebox rangle rbrace rbrack rceil read readline ref refname refstepcounter relax relbar relpenalty
  removelastskip renewcommand renewenvironment repeat requestedLaTeXdate restorecr reversemarginpar rfloor
  rgroup rhd rho rhook right rightarrow rightarrowfill rightharpoondown rightharpoonup righthyphenmin
  rightleftharpoons rightline rightmargin rightmarginkern rightmark rightskip rlap rm rmdefault rmfamily
  rmoustache rmsubstdefault roman romannumeral root rootbox rpcode rq rule samepage savebox savinghyphcodes
  savingvdiscards sb sbox sc scantokens scdefault scriptfont scriptscriptfont scriptscriptstyle scriptsize
  scriptspace scriptstyle scrollmode scshape searrow sec secdef section sectionmark selectfont
  selectlanguage selectlocale seriesdefault setbox setcounter setlanguage setlength setlocale setminus
  settodepth settoheight settowidth sf sfcode sfdefault sffamily sfsubstdefault shapedefault sharp shipout
  shortstack show showbox showboxbreadth showboxdepth showgroups showhyphens showifs showlists showoutput
  showoverfull showstream showthe showtokens sigma sim simeq sin sinh skew skewchar skip skipdef skipeval sl
  slash sldefault sloppy sloppypar slshape small smallbreak smallint smallskip smallskipamount smash smile
  sp space spacefactor spaceskip spadesuit span special splitbotmark splitbotmarks splitdiscards
  splitfirstmark splitfirstmarks splitmaxdepth splittopskip sqcap sqcup sqrt sqrtsign sqsubset sqsubseteq
  sqsupset sqsupseteq ss sscdefault sscshape stackrel star stepcounter stockheight stockwidth stop stretch
  string strut strutbox subitem subparagraph subparagraphmark subsection subsectionmark subset subseteq
  subsubitem subsubsection subsubsectionmark succ succeq sum sup suppressfloats supset supseteq surd swarrow
  swdefault swshape symbol symlargesymbols symletters symoperators symsymbols synctex t tabbing tabbingsep
  tabcolsep table tablename tableofcontents tabskip tabular tabularnewline tagcode tan tanh tau tencirc
  tencircw tenln tenlnw textacutedbl textascendercompwordmark textasciiacute textasciibreve textasciicaron
  textasciicircum textasciidieresis textasciigrave textasciimacron textasciitilde textasteriskcentered
  textbackslash textbaht textbar textbardbl textbf textbigcircle textblank textborn textbraceleft
  textbraceright textbrokenbar textbullet textcapitalcompwordmark textcelsius textcent textcentoldstyle
  textcircled textcircledP textcolonmonetary textcommaabove textcommabelow textcompsubstdefault
  textcompwordmark textcopyleft textcopyright textcurrency textdagger textdaggerdbl textdblhyphen
  textdblhyphenchar textdegree textdied textdiscount textdiv textdivorced textdollar textdollaroldstyle
  textdong textdownarrow texteightoldstyle textellipsis textemdash textendash textestimated texteuro
  textexclamdown textfiguredash textfiveoldstyle textfloatsep textflorin textfont textfouroldstyle
  textfraction textfractionsolidus textgravedbl textgreater textguarani textheight texthorizontalbar
  textinterrobang textinterrobangdown textit textlangle textlanguage textlbrackdbl textleaf textleftarrow
  textlegacyasteriskcentered textlegacybardbl textlegacybullet textlegacydagger textlegacydaggerdbl
  textlegacyparagraph textlegacyperiodcentered textlegacysection textless textlira textlnot textlocale
  textlquill textmarried textmd textmho textminus textmu textmusicalnote textnaira textnineoldstyle
  textnonbreakinghyphen textnormal textnumero textogonekcentered textohm textonehalf textoneoldstyle
  textonequarter textonesuperior textopenbullet textordfeminine textordmasculine textparagraph
  textperiodcentered textpertenthousand textperthousand textpeso textpilcrow textpm textquestiondown
  textquotedbl textquotedblleft textquotedblright textquoteleft textquoteright textquotesingle
  textquotestraightbase textquotestraightdblbase textrangle textrbrackdbl textrecipe textreferencemark
  textregistered textrightarrow textrm textrquill textsc textsection textservicemark textsevenoldstyle
  textsf textsixoldstyle textsl textssc textsterling textstyle textsubscript textsuperscript textsurd textsw
  textthreeoldstyle textthreequarters textthreequartersemdash textthreesuperior texttildelow texttimes
  texttrademark texttt texttwelveudash texttwooldstyle texttwosuperior textulc textunderscore textup
  textuparrow textvisiblespace textwidth textwon textyen textzerooldstyle th thanks the thebibliography
  theenumi theenumii theenumiii theenumiv theequation thefigure thefootnote theindex thempfn thempfootnote
  thepage theparagraph thepart thesection thesubparagraph thesubsection thesubsubsection theta thetable
  thetotalpages thicklines thickmuskip thickspace thinlines thinmuskip thinspace thispagestyle tilde time
  times tiny title titlepage tmspace to today toks toksdef tolerance top topfigrule topfraction topmargin
  topmark topmarks topsep topskip tracingall tracingassigns tracingcommands tracingfonts tracinggroups
  tracingifs tracinglostchars tracingmacros tracingnesting tracingnone tracingonline tracingoutput
  tracingpages tracingparagraphs tracingrestores tracingscantokens tracingstacklevels tracingstats triangle
  triangleleft triangleright trivlist tt ttdefault ttfamily ttsubstdefault twocolumn typein typeout u uccode
  uchyph ulcdefault ulcshape unboldmath underbar underbrace underline unexpanded unhbox unhcopy unitlength
  unkern unless unlhd unpenalty unrhd unskip unvbox unvcopy uparrow upbracefill updefault updownarrow uplus
  uppercase upshape upsilon usebox usecounter usefont uselocale usenglishhyphenmins usepackage v vadjust
  valign value varbigtriangledown varbigtriangleup varepsilon varphi varpi varrho varsigma vartheta vbadness
  vbox vcenter vdash vdots vec vector vee verb verbatim verbvisiblespace verse vert vfil vfill vfilneg vfuzz
  vglue vline voffset vphantom vrule vsize vskip vspace vsplit vss vtop wd wedge widehat widetilde
  widowpenalties widowpenalty wlog wp wr write xdef xi xleaders xspaceskip year zeta
`);

/** Plain TeX's commands that LaTeX does not keep. */
export const PLAIN_TEX = names(`
  Orb advancepageno beginsection bffam bye cleartabs dosupereject endinsert eqalign eqalignno fivebf fivei
  fiverm fivesy folio footline footstrut hang headline itemitem itfam leqalignno load loccount loctoks
  magnification makefootline makeheadline midinsert mscount nopagenumbers normalbottom oldstyle pagebody
  pagecontents pageinsert pageno plainoutput proclaim settabs sevenbf seveni sevenrm sevensy slfam
  supereject tabalign tabs tabsdone tabsyet tenbf tenex teni tenit tenrm tensl tensy tentt textindent
  topglue topins topinsert ttfam ttraggedright vfootnote
`);

/** What amsmath adds, environments too. */
export const AMSMATH = names(`
  Acute AmS AmSfont And Bar Bmatrix Breve Check DOTSB DOTSI DOTSX Ddot DeclareMathOperator Dot Grave Hat
  MultiIntegral Tilde Vec Vmatrix align alignat aligned alignedat allowdisplaybreaks binom bmatrix
  boldsymbol boxed cfrac dbinom ddddot dddot dfrac displaybreak dotsb dotsc dotsi dotsm dotso endBmatrix
  endVmatrix endalign endalignat endaligned endalignedat endbmatrix endcases endflalign endgather
  endgathered endmathdisplay endmatrix endmultline endpmatrix endsmallmatrix endsplit endsubarray
  endsubequations endvmatrix endxalignat endxxalignat eqref flalign gather gathered genfrac hdots hdotsfor
  idotsint iiiint iiint iint impliedby implies injlim intertext lVert leftroot lvert mathaccentV mathdisplay
  minalignsep mintagsep mod mspace multline multlinegap multlinetaggap nobreakdash notag numberwithin
  operatorfont operatorname operatornamewithlimits overleftrightarrow overset overunderset pmb pod primfrac
  projlim qopname rVert raisetag rvert shoveleft shoveright sideset smallmatrix split subarray subequations
  substack tag tbinom text tfrac theparentequation thetag underleftarrow underleftrightarrow underrightarrow
  underset uproot varDelta varGamma varLambda varOmega varPhi varPi varPsi varSigma varTheta varUpsilon
  varXi varinjlim varliminf varlimsup varprojlim veqno vmatrix xalignat xleftarrow xrightarrow xxalignat
`);

/** What amssymb adds, with amsfonts. */
export const AMSSYMB = names(`
  Bbb Bbbk Bumpeq Cap Cup Doteq Finv Game Lleftarrow Lsh Rrightarrow Rsh Subset Supset Vdash Vvdash approxeq
  backepsilon backprime backsim backsimeq barwedge because beth between bigstar blacklozenge blacksquare
  blacktriangle blacktriangledown blacktriangleleft blacktriangleright bold boxdot boxminus boxplus boxtimes
  bumpeq centerdot checkmark circeq circlearrowleft circlearrowright circledR circledS circledast
  circledcirc circleddash complement curlyeqprec curlyeqsucc curlyvee curlywedge curvearrowleft
  curvearrowright daleth dasharrow dashleftarrow dashrightarrow diagdown diagup digamma divideontimes
  doteqdot dotplus doublebarwedge doublecap doublecup downdownarrows downharpoonleft downharpoonright eqcirc
  eqsim eqslantgtr eqslantless eth fallingdotseq frak geqq geqslant ggg gggtr gimel gnapprox gneq gneqq
  gnsim gtrapprox gtrdot gtreqless gtreqqless gtrless gtrsim gvertneqq hslash intercal leftarrowtail
  leftleftarrows leftrightarrows leftrightharpoons leftrightsquigarrow leftthreetimes leqq leqslant
  lessapprox lessdot lesseqgtr lesseqqgtr lessgtr lesssim llcorner lll llless lnapprox lneq lneqq lnsim
  looparrowleft looparrowright lozenge lrcorner ltimes lvertneqq maltese mathbb mathfrak measuredangle
  multimap nLeftarrow nLeftrightarrow nRightarrow nVDash nVdash ncong newsymbol nexists ngeq ngeqq ngeqslant
  ngtr nleftarrow nleftrightarrow nleq nleqq nleqslant nless nmid nparallel nprec npreceq nrightarrow
  nshortmid nshortparallel nsim nsubseteq nsubseteqq nsucc nsucceq nsupseteq nsupseteqq ntriangleleft
  ntrianglelefteq ntriangleright ntrianglerighteq nvDash nvdash pitchfork precapprox preccurlyeq precnapprox
  precneqq precnsim precsim restriction rightarrowtail rightleftarrows rightrightarrows rightsquigarrow
  rightthreetimes risingdotseq rtimes shortmid shortparallel smallfrown smallsetminus smallsmile
  sphericalangle square subseteqq subsetneq subsetneqq succapprox succcurlyeq succnapprox succneqq succnsim
  succsim supseteqq supsetneq supsetneqq symAMSa symAMSb therefore thickapprox thicksim triangledown
  trianglelefteq triangleq trianglerighteq twoheadleftarrow twoheadrightarrow ulcorner upharpoonleft
  upharpoonright upuparrows urcorner vDash varkappa varnothing varpropto varsubsetneq varsubsetneqq
  varsupsetneq varsupsetneqq vartriangle vartriangleleft vartriangleright veebar yen
`);

/** What mathtools adds to amsmath. */
export const MATHTOOLS = names(`
  Aboxed ArrowBetweenLines Colonapprox Coloneq Coloneqq Colonsim DeclarePairedDelimiter
  DeclarePairedDelimiterX DeclarePairedDelimiterXPP Eqcolon Eqqcolon LaTeXoverbrace LaTeXunderbrace
  MHInternalSyntaxOff MHInternalSyntaxOn MHPrecedingSpacesOff MHPrecedingSpacesOn MTFlushSpaceAbove
  MTFlushSpaceBelow MakeAboxedCommand MaybeMHPrecedingSpacesOff MoveEqLeft MultlinedHook
  SwapAboveDisplaySkip adjustlimits bigtimes colonapprox coloneq coloneqq colonsim cramped crampedclap
  crampedllap crampedrlap crampedsubarray crampedsubstack dblcolon depthof downbracketend downbracketfill
  endcrampedsubarray endmultlined eqcolon eqqcolon heightof lBrace lparen mathclap mathllap mathmakebox
  mathmbox mathrlap mathtoolsset multlined ndownarrow newcases newgathered newtagform noeqref nuparrow
  ordinarycolon origjot overbracket prescript rBrace reDeclarePairedDelimiterInnerWrapper refeq renewcases
  renewgathered renewtagform rparen setkeys shortintertext shortvdotswithin smashoperator splitdfrac
  splitfrac underbracket upbracketend upbracketfill usetagform vcentcolon vdotswithin widthof xLeftarrow
  xLeftrightarrow xRightarrow xhookleftarrow xhookrightarrow xleftharpoondown xleftharpoonup xleftrightarrow
  xleftrightharpoons xlongleftarrow xlongrightarrow xmapsto xmathstrut xrightharpoondown xrightharpoonup
  xrightleftharpoons
`);

/** KaTeX's further commands, most of them from other packages. */
export const KATEX = names(`
  Alpha Beta Bra Braket Chi Complex Dagger Darr Epsilon Eta Harr Iota KaTeX Kappa Ket Larr Lrarr Mu N Nu
  Omicron Overrightarrow R Rarr Reals Rho Set Tau Uarr Z Zeta abovefrac alef alefsym angl angln approxcolon
  approxcoloncolon arcctg arctg argmax argmin atopfrac bcancel blue blueA blueB blueC blueD blueE bm bra
  bracefrac brackfrac braket bull cancel cdleft cdleftarrow cdlongequal cdparent cdright cdrightarrow ch
  clubs cnums coloncolon coloncolonapprox coloncolonequals coloncolonminus coloncolonsim colonequals
  colonminus color colorbox coppa cosec cotg ctg cth current dArr darr degree df diamonds dotsx equalscolon
  equalscoloncolon exist fcolorbox globalfuture globallet globallong goldA goldB goldC goldD goldE gray
  grayA grayB grayC grayD grayE grayF grayG grayH grayI green greenA greenB greenC greenD greenE gt hArr
  harr hdashline hearts href html htmlClass htmlData htmlId htmlStyle image imageof includegraphics infin
  isin kaBlue kaGreen ket lArr lang larr llbracket lrArr lrarr lt mapsfrom maroonA maroonB maroonC maroonD
  maroonE mathreflectbox mathscr mathsfit mintA mintB mintC minuscolon minuscoloncolon minuso natnums notni
  oiiint oiint omicron orange origof overgroup overleftharpoon overlinesegment overrightharpoon phase pink
  plim plusmn purple purpleA purpleB purpleC purpleD purpleE rArr rang rarr ratio real reals red redA redB
  redC redD redE reflectbox rrbracket sdot sect set sh simcolon simcoloncolon sixptsize sout spades sub sube
  supe tealA tealB tealC tealD tealE textcolor tg thetasym uArr uarr undergroup underlinesegment url utilde
  varcoppa varvdots weierp widecheck x xcancel xleftequilibrium xlongequal xrightequilibrium
  xrightleftarrows xtofrom xtwoheadleftarrow xtwoheadrightarrow
`);
