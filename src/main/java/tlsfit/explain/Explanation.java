package tlsfit.explain;

import java.util.List;
import java.util.function.Function;
import tlsfit.result.Finding;

/**
 * The meaning of a finding in words, with what may be done about it.
 *
 * @param text complete sentences, the last one with its period
 * @param remedies alternatives, the likeliest first; empty where nothing need be done
 */
public record Explanation(String text, List<Remedy> remedies) {
  /** Copies the list. */
  public Explanation {
    remedies = List.copyOf(remedies);
  }

  static Explanation of(String text, Remedy... remedies) {
    return new Explanation(Words.capital(text) + ".", List.of(remedies));
  }

  /** What is told for information: the remedies are those of the guide, where it does not hold. */
  static Explanation told(Finding finding, String text, Remedy... remedies) {
    return finding.holds() ? of(text) : of(text, remedies);
  }

  /**
   * Text and remedies as one line.
   *
   * @param name what a setting is called where it is made, such as an option or a method; shown in
   *     parentheses behind the remedy
   */
  public String sentence(Function<Setting, String> name) {
    return sentenceWith(
        remedy -> remedy.words() + remedy.setting().map(name).map(Words::brackets).orElse(""));
  }

  /** Text and remedies as one line, in plain words alone. */
  public String sentence() {
    return sentenceWith(Remedy::words);
  }

  private String sentenceWith(Function<Remedy, String> words) {
    return remedies.isEmpty()
        ? text
        : text + " " + Words.capital(Words.join(remedies.stream().map(words).toList(), "or")) + ".";
  }
}
