package tlsfit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The level of an uncertainty in the words of a header: {@code 95%}, {@code 2 sigma}, {@code two
 * sigma}, {@code k=2}, {@code err95}, wherever it stands.
 *
 * @param rest the header without it
 * @param levels the levels as they are written
 * @param sigmas how many standard deviations the level is; 1 where there is none, not a number
 *     where it is no level, or two
 */
record LevelWords(String rest, List<String> levels, double sigmas) {
  private static final Map<String, Double> WORDS = Map.of("one", 1.0, "two", 2.0, "three", 3.0);

  // f0 sigma, f_0 sigma, fc2 sigma are names; f_err_2sigma is a level
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?:(?<=^|[\\s,;(\\[@])(?:at\\s+)?|(?<=_))(?<percent>[0-9][0-9.]*)\\s*%"
              + "|(?:(?<=^|[\\s,;(\\[@])(?<sigmas>[0-9][0-9.]*|one|two|three)|(?<=_)(?<digit>[2-9]))"
              + "[\\s_-]*(?:sigmas?|σ)(?!\\p{L})"
              + "|(?<!\\p{L})k\\s*=\\s*(?<k>[0-9.]+)"
              + "|(?<=err|error|unc)[_-]?(?<glued>68|90|95|99)(?![0-9\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  static LevelWords in(String header) {
    Matcher matcher = LEVEL.matcher(header);
    List<String> levels = new ArrayList<>();
    double sigmas = 1;
    StringBuilder rest = new StringBuilder();
    int copied = 0;
    while (matcher.find()) {
      rest.append(header.substring(copied, matcher.start()));
      copied = matcher.end();
      levels.add(matcher.group().strip());
      sigmas = sigmas(matcher);
    }
    if (levels.isEmpty()) {
      return new LevelWords(header, levels, 1);
    }
    String left = tidy(rest.append(header.substring(copied)).toString());
    if (left.isEmpty()) {
      return new LevelWords(header, List.of(), 1); // 3 %, a quantity
    }
    return new LevelWords(left, List.copyOf(levels), levels.size() == 1 ? sigmas : Double.NaN);
  }

  // empty brackets and what joined the level to the name
  private static String tidy(String text) {
    return text.replaceAll("[\\s,;]+(?=[\\])])|(?<=[\\[(])[\\s,;]+", "")
        .replaceAll("\\(\\s*\\)|\\[\\s*\\]", "")
        .replaceAll("[\\s,;@_-]+$|^[\\s,;@_-]+", "")
        .replaceAll("[\\s,;@]+(?=[\\[(])", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  // a normal distribution holds the share p within ± z σ; NaN where the level is none
  private static double sigmas(Matcher matcher) {
    @Nullable String percent =
        matcher.group("percent") == null ? matcher.group("glued") : matcher.group("percent");
    try {
      if (percent == null) {
        double factor = factor(matcher);
        return factor > 0 ? factor : Double.NaN;
      }
      double number = Double.parseDouble(percent);
      return number > 0 && number < 100
          ? NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - number / 100) / 2)
          : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static double factor(Matcher matcher) {
    for (String group : List.of("sigmas", "digit", "k")) {
      @Nullable String written = matcher.group(group);
      if (written != null) {
        @Nullable Double word = WORDS.get(written.toLowerCase(Locale.ROOT));
        return word == null ? Double.parseDouble(written) : word;
      }
    }
    return Double.NaN;
  }
}
