package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** The sentence of every refusal. */
class RefusalTextTest {
  private static final Map<String, Double> NUMBERS =
      Map.of(
          "readings", 2.0,
          "parameters", 3.0,
          "others", 1.0,
          "largest", 0.5,
          "level", 95.0,
          "replicates", 50.0,
          "fewest", 100.0,
          "most", 1000.0,
          "needed", 3.0);

  /** A refusal with the names that its code says, and numbers of all kinds. */
  private static Refusal example(RefusalCode code) {
    List<String> names =
        switch (code) {
          case TOO_FEW_IN_TABLE,
              FIELD_TABLE_EMPTY,
              NO_SUCH_TABLE,
              TABLE_NAMED_TWICE,
              BASELINE_WITHOUT_POWERS,
              TOO_FEW_FOR_SLOW_CHANGES ->
              List.of("a.csv");
          case READING_WITHOUT_SIGMA -> List.of("a.csv:3");
          case TABLES_WITHOUT_SIGMA -> List.of("a.csv", "b.csv");
          case ASKED_SIGMA_MISSING -> List.of("relative", "a.csv", "b.csv");
          case RELAXATION_TIME_WITHOUT_RELAXATION -> List.of("bound");
          case PARAMETER_NOT_IN_MODEL -> List.of("dipoleWidth", "prior");
          case FIXED_WITH_BOUNDS,
              FIXED_WITH_PRIOR,
              NOT_FINITE,
              NOT_POSITIVE,
              LOWER_END_NOT_POSITIVE,
              WIDTH_TOO_LARGE ->
              List.of("dipoleWidth");
          default -> List.of();
        };
    return new Refusal(code, names, NUMBERS);
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasASentenceThatNamesWhatItIsAbout(RefusalCode code) {
    Refusal refusal = example(code);
    String text = RefusalText.of(refusal);
    assertThat(text).hasSizeGreaterThan(20).doesNotContain("--", "null", "NaN", "  ");
    assertThat(text).doesNotEndWith(".");
    refusal.names().stream()
        .filter(name -> name.contains(".csv") || name.equals("dipoleWidth"))
        .forEach(name -> assertThat(text).contains(name));
  }

  static Stream<Map.Entry<RefusalCode, String>> sentences() {
    return Stream.of(
        Map.entry(
            RefusalCode.TOO_FEW_READINGS,
            "2 readings cannot determine 3 parameters: measure more points, or fix a parameter"),
        Map.entry(
            RefusalCode.TOO_FEW_IN_TABLE,
            "a.csv has too few readings (2) to tell its own noise: measure more, or take relative"
                + " sigma"),
        Map.entry(
            RefusalCode.LARGEST_FIELD_TOO_SMALL,
            "the largest local field must be above 1, not 0.5"),
        Map.entry(
            RefusalCode.LEVEL_NOT_A_PROBABILITY,
            "the confidence level 95: a probability between 0 and 1 is needed, such as 0.95"),
        Map.entry(
            RefusalCode.TOO_FEW_REPLICATES, "the number of replicates 50: 100 or more are needed"),
        Map.entry(
            RefusalCode.PARAMETER_NOT_IN_MODEL,
            "a prior of dipoleWidth needs log-normal dipole moments"),
        Map.entry(
            RefusalCode.RELAXATION_TIME_WITHOUT_RELAXATION,
            "a bound for relaxationTime and a model without relaxation exclude each other"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void numbersAndNamesStandInTheSentence(Map.Entry<RefusalCode, String> expected) {
    assertThat(RefusalText.of(example(expected.getKey()))).isEqualTo(expected.getValue());
  }

  @Test
  void aFieldExponentNeedsAPowerLaw() {
    assertThat(
            RefusalText.of(Refusal.of(RefusalCode.PARAMETER_NOT_IN_MODEL, "fieldExponent", "fix")))
        .isEqualTo("a fixed value of fieldExponent needs a power law of local fields");
  }

  @Test
  void otherTablesAreNamedOnlyWhereThereAreSome() {
    Refusal some = Refusal.of(RefusalCode.TABLES_WITHOUT_SIGMA, "b.csv").with("others", 1);
    Refusal none = Refusal.of(RefusalCode.ASKED_SIGMA_MISSING, "absolute", "b.csv");
    assertThat(RefusalText.of(some)).startsWith("no sigma in b.csv, but in other tables: add a");
    assertThat(RefusalText.of(none.with("others", 0)))
        .startsWith("absolute sigma needs a sigma for every reading; no sigma in b.csv: add a");
  }

  @Test
  void settingsAreNamedAsTheCallerDoes() {
    Refusal both = Refusal.of(RefusalCode.FIXED_WITH_BOUNDS, "chi");
    assertThat(RefusalText.of(both))
        .isEqualTo("a fixed value and a bound exclude each other for chi");
    assertThat(RefusalText.of(both, setting -> "<" + setting + ">"))
        .isEqualTo("<FIX> and <BOUND> exclude each other for chi");
    // a remedy in brackets where the caller has a name for it
    assertThat(RefusalText.of(Refusal.of(RefusalCode.ALL_AT_BOUND), Setting::name))
        .isEqualTo("all fitted parameters lie at a bound: widen the bounds (BOUND)");
  }
}
