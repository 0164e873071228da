package tlsfit.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One unit symbol with its prefix, such as {@code GHz}: {@code mantissa · 10^exponent} SI units.
 *
 * <p>Each symbol takes only the prefixes a laboratory uses with it. So a wrong case ({@code PF},
 * {@code MW}, {@code Ms}) is refused rather than read as peta, mega or mega.
 */
record UnitSymbol(Dimension dimension, double mantissa, int exponent) {
  private static final Map<String, UnitSymbol> KNOWN = new HashMap<>();

  private static final Map<Character, Integer> PREFIXES =
      Map.ofEntries(
          Map.entry('y', -24),
          Map.entry('z', -21),
          Map.entry('a', -18),
          Map.entry('f', -15),
          Map.entry('p', -12),
          Map.entry('n', -9),
          Map.entry('µ', -6),
          Map.entry('u', -6),
          Map.entry('m', -3),
          Map.entry('c', -2),
          Map.entry('k', 3),
          Map.entry('M', 6),
          Map.entry('G', 9),
          Map.entry('T', 12));

  static {
    add("m", Dimension.LENGTH, 1, 0, "fpnµumck");
    add("Å", Dimension.LENGTH, 1, -10, "");
    add("g", Dimension.MASS, 1, -3, "k");
    add("s", Dimension.TIME, 1, 0, "fpnµum");
    add("min", Dimension.TIME, 60, 0, "");
    add("h", Dimension.TIME, 3600, 0, "");
    add("A", Dimension.CURRENT, 1, 0, "fpnµum");
    add("K", Dimension.TEMPERATURE, 1, 0, "nµum");
    add("rad", Dimension.ANGLE, 1, 0, "Gµum");
    add("Hz", Dimension.FREQUENCY, 1, 0, "µumkMGT");
    add("J", Dimension.ENERGY, 1, 0, "yzafpnµum");
    add("eV", Dimension.ENERGY, Constants.ELEMENTARY_CHARGE, 0, "nµum");
    add("W", Dimension.POWER, 1, 0, "zafpnµum");
    add("C", Dimension.CHARGE, 1, 0, "");
    add("e", Dimension.CHARGE, Constants.ELEMENTARY_CHARGE, 0, "");
    add("V", Dimension.VOLTAGE, 1, 0, "nµumkMGT");
    add("F", Dimension.CAPACITANCE, 1, 0, "afpnµu");
    add("D", Dimension.DIPOLE_MOMENT, Constants.DEBYE, 0, "");
    add("1", Dimension.NUMBER, 1, 0, "");
    add("%", Dimension.NUMBER, 1, -2, "");
    add("ppm", Dimension.NUMBER, 1, -6, "");
    add("ppb", Dimension.NUMBER, 1, -9, "");
  }

  private static void add(
      String symbol, Dimension dimension, double mantissa, int exponent, String prefixes) {
    KNOWN.put(symbol, new UnitSymbol(dimension, mantissa, exponent));
    for (int i = 0; i < prefixes.length(); i++) {
      int power = PREFIXES.getOrDefault(prefixes.charAt(i), 0);
      KNOWN.put(prefixes.charAt(i) + symbol, new UnitSymbol(dimension, mantissa, exponent + power));
    }
  }

  static @Nullable UnitSymbol find(String text) {
    return KNOWN.get(text);
  }

  /** Symbols that differ from the text in upper and lower case only, for a message. */
  static List<String> inOtherCase(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>(KNOWN.keySet());
    found.addAll(List.of("dB", "dBm"));
    found.removeIf(symbol -> !symbol.toLowerCase(Locale.ROOT).equals(lower));
    found.sort(null);
    return found;
  }
}
