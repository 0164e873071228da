package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.model.Parameter;

class LowerMinimumTest {
  private static Optional<LowerMinimum> at(double chi, double chiSquare) {
    return Optional.of(new LowerMinimum(Experiments.TRUTH.with(Parameter.CHI, chi), chiSquare));
  }

  @Test
  void theLowerOneIsKeptInAnyOrder() {
    assertThat(LowerMinimum.lower(at(1e-4, 70), at(2e-4, 71))).isEqualTo(at(1e-4, 70));
    assertThat(LowerMinimum.lower(at(2e-4, 71), at(1e-4, 70))).isEqualTo(at(1e-4, 70));
  }

  @Test
  void ofEqualOnesTheFirstStays() {
    assertThat(LowerMinimum.lower(at(1e-4, 70), at(2e-4, 70))).isEqualTo(at(1e-4, 70));
  }

  @Test
  void noneIsAboveEveryOther() {
    assertThat(LowerMinimum.lower(Optional.empty(), at(1e-4, 70))).isEqualTo(at(1e-4, 70));
    assertThat(LowerMinimum.lower(at(1e-4, 70), Optional.empty())).isEqualTo(at(1e-4, 70));
    assertThat(LowerMinimum.lower(Optional.empty(), Optional.empty())).isEmpty();
  }
}
