package tlsfit.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a product of unit symbols by recursive descent. */
final class UnitReader {
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
  private static final String DIGITS = "0123456789-";

  private final String text;
  private int at;

  UnitReader(String text) {
    this.text = text;
  }

  UnitSymbol read() {
    UnitSymbol unit = product();
    if (at < text.length()) {
      throw unknown(text.substring(at));
    }
    return unit;
  }

  // factor { ('/' | '*' | '·' | ' ') factor }
  private UnitSymbol product() {
    UnitSymbol product = factor();
    boolean divided = false;
    while (true) {
      int before = at;
      skipBlanks();
      if (take("/")) {
        divided = true;
        product = times(product, factor(), -1);
      } else if (take("*") || take("·") || (at > before && at < text.length() && !next(')'))) {
        if (divided) {
          throw new UnitException(
              '"' + text + "\" is ambiguous: put products before the first \"/\", as in V s/m");
        }
        product = times(product, factor(), 1);
      } else {
        return product;
      }
    }
  }

  private UnitSymbol factor() {
    skipBlanks();
    UnitSymbol base;
    if (take("(")) {
      base = product();
      skipBlanks();
      if (!take(")")) {
        throw new UnitException('"' + text + "\" lacks a closing parenthesis");
      }
    } else {
      int start = at;
      while (at < text.length() && isSymbol(text.charAt(at))) {
        at++;
      }
      String symbol = text.substring(start, at);
      @Nullable UnitSymbol known = UnitSymbol.find(symbol);
      if (known == null) {
        throw unknown(symbol.isEmpty() ? text.substring(start) : symbol);
      }
      base = known;
    }
    int power = power();
    return power == 1 ? base : times(new UnitSymbol(Dimension.NUMBER, 1, 0), base, power);
  }

  private static boolean isSymbol(char c) {
    return Character.isLetter(c) || c == '%' || c == '1' || c == 'µ';
  }

  private int power() {
    boolean caret = take("^") || take("**");
    StringBuilder digits = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      int superscript = SUPERSCRIPTS.indexOf(c);
      if (superscript >= 0) {
        digits.append(DIGITS.charAt(superscript));
      } else if (caret && DIGITS.indexOf(c) >= 0) {
        digits.append(c);
      } else {
        break;
      }
      at++;
    }
    if (digits.isEmpty() && !caret) {
      return 1;
    }
    if (!digits.toString().matches("-?[1-9]")) {
      throw new UnitException('"' + text + "\" has no whole number as its power");
    }
    return Integer.parseInt(digits.toString());
  }

  private static UnitSymbol times(UnitSymbol a, UnitSymbol b, int power) {
    return new UnitSymbol(
        a.dimension().times(b.dimension().power(power)),
        a.mantissa() * Math.pow(b.mantissa(), power),
        a.exponent() + power * b.exponent());
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean next(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  // "**" is a power, "*" a product
  private boolean take(String token) {
    if (!text.startsWith(token, at) || (token.equals("*") && text.startsWith("**", at))) {
      return false;
    }
    at += token.length();
    return true;
  }

  private UnitException unknown(String symbol) {
    List<String> others = UnitSymbol.inOtherCase(symbol);
    return new UnitException(
        "unknown unit \""
            + symbol
            + (symbol.equals(text) ? "\"" : "\" in \"" + text + "\"")
            + (others.isEmpty() ? "" : "; did you mean " + String.join(" or ", others) + "?"));
  }
}
