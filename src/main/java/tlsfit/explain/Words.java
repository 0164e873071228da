package tlsfit.explain;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.result.Finding;
import tlsfit.units.NumberText;

/** The parts that sentences are made of. Numbers that are missing leave out what they belong to. */
final class Words {
  /** Readings named at most. */
  private static final int NAMED = 5;

  private Words() {}

  /** What a quantity is called, with its symbol; other names stay as they are. */
  static String name(String quantity) {
    return switch (quantity) {
      case "chi" -> "the strength χ";
      case "dipoleMoment" -> "the dipole moment p";
      case "relaxationTime" -> "the relaxation time T10";
      case "referenceFrequency" -> "the reference frequency";
      case "dipoleWidth" -> "the width of the dipole moments";
      case "fieldExponent" -> "the exponent of the local fields";
      default -> quantity;
    };
  }

  /** The names of quantities: {@code a, b and c}. */
  static String names(List<String> quantities) {
    return join(quantities.stream().map(Words::name).toList(), "and");
  }

  /** The parameters of a finding; a stand-in where it has none. */
  static String parameters(Finding finding, String none) {
    return finding.parameters().isEmpty() ? none : names(finding.parameters());
  }

  /** That parameters are not determined, as the beginning of a sentence; empty for none. */
  static String notDetermined(Finding finding) {
    int count = finding.parameters().size();
    return count == 0
        ? ""
        : names(finding.parameters()) + (count == 1 ? " is" : " are") + " not determined: ";
  }

  /** Parts in a row, the last one after a word; a comma before "or", since those parts are long. */
  static String join(List<String> parts, String word) {
    int last = parts.size() - 1;
    if (last < 1) {
      return String.join("", parts);
    }
    String separator = last > 1 && word.equals("or") ? ", " : " ";
    return String.join(", ", parts.subList(0, last)) + separator + word + " " + parts.get(last);
  }

  /** Readings by their place, the first few of many. */
  static String places(Finding finding) {
    return places(finding, Finding.Place::toString);
  }

  /** The same with their own numbers, where there are any. */
  static String placesWithValues(Finding finding) {
    return places(finding, Words::withValue);
  }

  private static String places(Finding finding, Function<Finding.Place, String> text) {
    List<Finding.Place> all = finding.readings();
    if (all.isEmpty()) {
      return "some readings";
    }
    int shown = Math.min(all.size(), NAMED);
    String named = all.subList(0, shown).stream().map(text).collect(Collectors.joining(", "));
    return all.size() > shown ? named + " and " + (all.size() - shown) + " more" : named;
  }

  private static String withValue(Finding.Place place) {
    @Nullable Double value = place.value();
    return place + (value == null ? "" : " (" + NumberText.signed(value, 2) + ")");
  }

  /** Parts that are not empty, in parentheses after a blank. */
  static String brackets(String... parts) {
    String inside =
        Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    return inside.isEmpty() ? "" : " (" + inside + ")";
  }

  /** The p-value of a finding, with the level it is compared with where it is below. */
  static String probability(Finding finding) {
    @Nullable Double p = finding.pValue();
    @Nullable Double level = finding.limit();
    if (p == null) {
      return "";
    }
    return "p-value "
        + NumberText.probability(p)
        + (level == null || finding.holds() ? "" : ", level " + NumberText.significant(level, 2));
  }

  /** A text with a number, if there is one. */
  static String number(@Nullable Double number, DoubleFunction<String> text) {
    return number == null || !Double.isFinite(number) ? "" : text.apply(number);
  }

  /** What stands before a number to some digits, if there is one. */
  static String number(String before, @Nullable Double number, int digits) {
    return number(number, value -> before + NumberText.significant(value, digits));
  }

  /** With its first letter in upper case; a Greek letter is a symbol and stays. */
  static String capital(String text) {
    return text.isEmpty() || text.charAt(0) > 'z'
        ? text
        : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
