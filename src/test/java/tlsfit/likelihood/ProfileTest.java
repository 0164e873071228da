package tlsfit.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.setup.Bounds;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;

class ProfileTest {
  private static final FitOptions KNOWN = FitOptions.of(Experiments.LOG, new Noise.Absolute());
  private static final Fit FIT = Fitter.fit(Experiments.jointFile(0, 68), KNOWN);

  @Test
  void endsWhereTheLevelIsReached() {
    ProfileEnd end = new Profile(FIT).end(Parameter.CHI, 1, 1.96);
    assertThat(end.kind()).isEqualTo(ProfileEnd.Kind.LIMIT);
    assertThat(end.lower()).isEmpty();
    // the fit with chi fixed there has a χ² larger by the square of the level
    double chi = Parameter.CHI.scale().value(end.scaled());
    Fit there =
        Fitter.refit(
            FIT.observations(),
            FIT.options().withFixed(Parameter.CHI, chi),
            FIT.values().with(Parameter.CHI, chi));
    assertThat(there.chiSquare() - FIT.chiSquare()).isCloseTo(1.96 * 1.96, within(2e-3));
  }

  @Test
  void aBoundThatComesBeforeEndsIt() {
    double best = FIT.values().chi();
    Fit bounded =
        Fitter.refit(
            FIT.observations(),
            KNOWN.withBounds(Parameter.CHI, new Bounds(best / 2, best * (1 + 1e-9))),
            FIT.values());
    ProfileEnd end = new Profile(bounded).end(Parameter.CHI, 1, 1.96);
    assertThat(end.kind()).isEqualTo(ProfileEnd.Kind.BOUND);
    assertThat(end.scaled()).isCloseTo(Math.log(best * (1 + 1e-9)), within(1e-12));
  }

  @Test
  void aLevelThatIsNotReachedLeavesItOpen() {
    ProfileEnd end = new Profile(FIT).end(Parameter.RELAXATION_TIME, -1, 1e4);
    assertThat(end.kind()).isEqualTo(ProfileEnd.Kind.OPEN);
    assertThat(end.scaled()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void aPointBelowTheFitIsHandedOut() {
    // A fit that is none: with chi fixed off the minimum, but said to be free.
    Fit off =
        Fitter.refit(
            FIT.observations(),
            FIT.options().withFixed(Parameter.CHI, 1.01 * FIT.values().chi()),
            FIT.values().with(Parameter.CHI, 1.01 * FIT.values().chi()));
    ProfileEnd end = new Profile(off).end(Parameter.CHI, -1, 1.96);
    LowerMinimum lower = end.lower().orElseThrow();
    assertThat(lower.chiSquare()).isLessThan(off.chiSquare());
    assertThat(lower.values().chi()).isLessThan(off.values().chi());
  }

  @Test
  void theLowerOfTwoPointsIsKept() {
    ParameterValues at = FIT.values();
    Optional<LowerMinimum> one = Optional.of(new LowerMinimum(at, 3));
    Optional<LowerMinimum> two = Optional.of(new LowerMinimum(at, 2));
    assertThat(LowerMinimum.lower(one, two)).isEqualTo(two);
    assertThat(LowerMinimum.lower(two, one)).isEqualTo(two);
    assertThat(LowerMinimum.lower(Optional.empty(), one)).isEqualTo(one);
    assertThat(LowerMinimum.lower(one, Optional.empty())).isEqualTo(one);
  }
}
