package tlsfit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tlsfit.result.DerivedQuantity;

class DerivedTextTest {
  private static String text(String name, String model, String table, Map<String, Double> details) {
    return Explain.derived(new DerivedQuantity(name, "1", 1, null, model, table, details));
  }

  @Test
  void theFrequencyMinimumHasItsPlace() {
    Map<String, Double> place = Map.of("acField", 1234.56, "biasRate", 5.6789e8);
    assertThat(text("dipoleMomentExtremum", "log", "p.csv", place))
        .isEqualTo(
            "From the frequency minimum by the exact extremum of model log, without a fit and"
                + " without relaxation; the minimum lies at F_AC = 1235 V/m and dF_DC/dt = 5.679e8"
                + " V/m/s in p.csv.");
    assertThat(text("dipoleMomentEq10", "", "p.csv", place))
        .contains("underestimates p; the minimum lies at F_AC = 1235 V/m");
    assertThat(text("relaxationTimeExtremum", "lz", "", place))
        .startsWith("T10 for which model lz has its extremum over the bias rate")
        .endsWith("dF_DC/dt = 5.679e8 V/m/s.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dipoleMomentLz", "dipoleMomentLog"})
  void theOtherModelHasItsGoodnessOfFit(String name) {
    assertThat(text(name, "lz", "", Map.of("reducedChiSquare", 1.23456)))
        .isEqualTo("Fit of the same readings with model lz (χ²/ν = 1.235).");
    assertThat(text(name, "lz", "", Map.of())).isEqualTo("Fit of the same readings with model lz.");
  }

  @Test
  void definitions() {
    assertThat(text("lossTangent", "", "", Map.of()))
        .isEqualTo("Unsaturated, times the filling factor: tan δ0 = π χ/3.");
    assertThat(text("densityOfStates", "", "", Map.of())).startsWith("P0 = χ ε0 ε_r/(2 p²),");
    assertThat(text("densityOfStates", "", "", Map.of("dipoleWidth", 0.5)))
        .startsWith("P0 = χ ε0 ε_r/(2 ⟨p²⟩) with ⟨p²⟩ = p² exp(2 σ_p²),");
    assertThat(text("other", "log", "", Map.of())).isEqualTo("Other by model log.");
  }
}
