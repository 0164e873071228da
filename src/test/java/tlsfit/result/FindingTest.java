package tlsfit.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Finding FULL =
      Finding.of(FindingCode.OUTLIERS, Finding.Kind.CHECK, false)
          .withValue(4.3)
          .withLimit(0.01)
          .withPValue(0.003)
          .ofParameters(List.of("chi", "dipoleMoment"))
          .at(List.of(new Finding.Place("a.csv", 17, -4.3), new Finding.Place("b.csv", 2)))
          .about("rising-side")
          .with("change", 1e-300)
          .with("added", 12);

  private static Finding reread(Finding finding) throws JsonProcessingException {
    return MAPPER.readValue(MAPPER.writeValueAsString(finding), Finding.class);
  }

  @Test
  void eachStepChangesOnlyItsOwnPart() {
    assertThat(FULL)
        .isEqualTo(
            new Finding(
                FindingCode.OUTLIERS,
                Finding.Kind.CHECK,
                false,
                4.3,
                0.01,
                0.003,
                List.of("chi", "dipoleMoment"),
                List.of(new Finding.Place("a.csv", 17, -4.3), new Finding.Place("b.csv", 2, null)),
                "rising-side",
                Map.of("added", 12.0, "change", 1e-300)));
  }

  @Test
  void theOrderOfTheStepsIsOfNoConsequence() {
    Finding one = Finding.of(FindingCode.WARM, Finding.Kind.NOTE, false).withValue(2).withLimit(4);
    Finding other =
        Finding.of(FindingCode.WARM, Finding.Kind.NOTE, false).withLimit(4).withValue(2);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.with("b", 1).with("a", 2)).isEqualTo(other.with("a", 2).with("b", 1));
  }

  @Test
  void aLaterNumberOfOneNameReplacesTheEarlier() {
    assertThat(FULL.with("added", 3).details())
        .containsOnly(Map.entry("added", 3.0), Map.entry("change", 1e-300));
    assertThat(FULL.detail("added")).as("the one before is left alone").isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNone(double number) {
    assertThat(FULL.withValue(number).value()).isNull();
    assertThat(FULL.withLimit(number).limit()).isNull();
    assertThat(FULL.withPValue(number).pValue()).isNull();
    assertThat(FULL.with("added", number)).as("nothing is overwritten").isEqualTo(FULL);
    assertThat(FULL.with("new", number).detail("new")).isNaN();
  }

  @Test
  void zeroAndTheSmallestNumberAreNumbers() {
    assertThat(FULL.withPValue(0).pValue()).isZero();
    assertThat(FULL.withValue(-0.0).value()).isEqualTo(-0.0);
    assertThat(FULL.withValue(Double.MIN_VALUE).value()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void laterChangesOfListsAndMapDoNotReachIt() {
    List<String> names = new ArrayList<>(List.of("chi"));
    List<Finding.Place> places = new ArrayList<>(List.of(new Finding.Place("a.csv", 2)));
    Finding finding =
        Finding.of(FindingCode.DETERMINED, Finding.Kind.FACT, false).ofParameters(names).at(places);
    names.add("dipoleMoment");
    places.clear();
    assertThat(finding.parameters()).containsExactly("chi");
    assertThat(finding.readings()).hasSize(1);
    assertThatThrownBy(() -> finding.details().put("a", 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aPlaceIsWrittenAsEditorsWriteIt() {
    assertThat(FULL.readings())
        .extracting(Finding.Place::toString)
        .containsExactly("a.csv:17", "b.csv:2");
  }

  @Test
  void comesBackFromJsonAsItWas() throws JsonProcessingException {
    assertThat(reread(FULL)).isEqualTo(FULL);
    Finding bare = Finding.of(FindingCode.FULL_RANK, Finding.Kind.FACT, true);
    assertThat(reread(bare)).isEqualTo(bare);
    // no power of ten loses a digit
    Finding third = FULL.withValue(1 / 3.0).withPValue(4.9e-324).withLimit(1.7976931348623157e308);
    assertThat(reread(third)).isEqualTo(third);
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeComesBackFromJson(FindingCode code) throws JsonProcessingException {
    Finding finding = Finding.of(code, Finding.Kind.NOTE, true);
    assertThat(MAPPER.readTree(MAPPER.writeValueAsString(finding)).path("code").asText())
        .isEqualTo(code.key());
    assertThat(reread(finding).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindComesBackFromJson(Finding.Kind kind) throws JsonProcessingException {
    Finding finding = Finding.of(FindingCode.RUNS, kind, false);
    assertThat(MAPPER.writeValueAsString(finding))
        .contains("\"kind\":\"" + kind.name().toLowerCase(java.util.Locale.ROOT) + "\"");
    assertThat(reread(finding)).isEqualTo(finding);
  }

  @Test
  void anUnknownCodeOrKindOfAFileIsRefused() throws JsonProcessingException {
    String json = MAPPER.writeValueAsString(FULL);
    assertThatThrownBy(() -> MAPPER.readValue(json.replace("outliers", "outsiders"), Finding.class))
        .isInstanceOf(ValueInstantiationException.class)
        .hasMessageContaining("outsiders");
    assertThatThrownBy(() -> MAPPER.readValue(json.replace("check", "guess"), Finding.class))
        .isInstanceOf(ValueInstantiationException.class);
  }

  /** The key is the name of the constant in camel case: scripts can guess one from the other. */
  @ParameterizedTest
  @EnumSource
  void theKeyOfACodeIsItsNameInCamelCase(FindingCode code) {
    StringBuilder camel = new StringBuilder();
    for (String word : code.name().toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    assertThat(code.key()).isEqualTo(camel.toString());
  }

  @ParameterizedTest
  @EnumSource
  void aCodeIsFoundWhateverTheCase(FindingCode code) {
    assertThat(FindingCode.find(code.key())).contains(code);
    assertThat(FindingCode.find(code.key().toUpperCase(java.util.Locale.ROOT))).contains(code);
    assertThat(FindingCode.find(code.key() + " ")).isEmpty();
  }
}
