package tlsfit.cli;

/** An input that some format would act on. */
enum Hostile {
  SCRIPT("<script>alert(1)</script><img src=x onerror=alert(1)>"),
  LINK("[x](javascript:alert(1)) ![y](http://z/) `a` | b"),
  LATEX("\\input{/etc/passwd} $x$ %c _b_ {d} #1 ~^&"),
  FORMULA("=HYPERLINK(1;2)"),
  PLUS("+1+1"),
  MINUS("-2-2"),
  AT("@SUM(A1)"),
  QUOTES("a\",b\"\",'c'"),
  TERMINAL("\u001b[2J\u001b]0;t\u0007\u009b31m"),
  DIRECTION("abc\u202ecba\u2066"),
  LINES("one\ntwo\r\n# three\u2028- four");

  private final String text;

  Hostile(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
