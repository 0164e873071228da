package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.result.ModelComparison;
import tlsfit.result.ModelFit;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.result.NestedComparison;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.statistics.InformationCriteria;
import tlsfit.statistics.NestedModelTest;

/**
 * The comparison of models fitted to the same readings: the model of the fit, the same with
 * log-normal dipole moments ({@link Spread}), and the other model of the shift. Relaxation is part
 * of all of them as it is of the fit; what was fixed stays fixed, and so does the distribution of
 * local fields.
 *
 * <p>The models of the shift are not nested: information criteria alone compare them. Relaxation
 * and width are: the rate and σ_p², on which χ² depends smoothly, both end at 0, so that the
 * p-value is half that of χ² or F with one degree of freedom ({@link NestedModelTest#oneSided}).
 */
public final class OtherModels {
  private record Entry(
      Fit fit, boolean chosen, Outcome outcome, boolean wide, DipoleMoment moment) {
    private boolean stands() {
      return outcome == Outcome.FITTED;
    }
  }

  private final Fit fit;
  private final List<Entry> fits = new ArrayList<>();

  private OtherModels(Fit fit) {
    this.fit = fit;
  }

  /**
   * Compares the models.
   *
   * @param fit the fit
   * @param diagnosis of it
   * @param other the fit with the other model of the shift; empty where it was left out
   * @param spread the fit with a spread of the dipole moments; empty where there is none
   */
  public static ModelComparison of(
      Fit fit, Diagnosis diagnosis, Optional<OtherModel> other, Optional<Spread> spread) {
    OtherModels models = new OtherModels(fit);
    models.add(fit, true, DipoleMoment.of(fit, diagnosis));
    spread.ifPresent(
        found ->
            models.fits.add(
                new Entry(
                    found.width().fit(),
                    false,
                    found.width().outcome(),
                    true,
                    DipoleMoment.of(found.width().fit()))));
    other.ifPresent(models::addOther);
    return new ModelComparison(models.entries(), models.tests(spread));
  }

  /** The other model, under the same rules: only then its χ² can be compared. */
  private void addOther(OtherModel model) {
    Fit other = model.fit();
    Fit compared = other;
    boolean sameRules =
        other.options().nuisances().equals(fit.options().nuisances())
            && other.options().bounds().equals(fit.options().bounds());
    if (fit.options().scalesNoise() || !sameRules) {
      // With a noise variance of its own each fit would have the same χ².
      FitOptions options = fit.options().withModel(other.options().model());
      try {
        compared =
            Fitter.refit(
                fit.observations(),
                options.scalesNoise() ? options.withNoise(new Noise.Absolute()) : options,
                other.values());
      } catch (FitRefusedException e) {
        return; // too few readings for so many parameters: left out
      }
    }
    add(compared, false, model.dipoleMoment());
  }

  private void add(Fit found, boolean chosen, DipoleMoment moment) {
    boolean converged = found.minimum().stop().isolated();
    fits.add(
        new Entry(
            found,
            chosen,
            converged ? Outcome.FITTED : Outcome.NOT_CONVERGED,
            found.values().dipoleWidth() > 0,
            moment));
  }

  private List<ModelFit> entries() {
    List<Entry> compared = new ArrayList<>();
    List<Double> criteria = new ArrayList<>();
    for (Entry entry : fits) {
      OptionalDouble aicc = criteria(entry.fit).aicc();
      if (entry.stands() && aicc.isPresent()) {
        compared.add(entry);
        criteria.add(aicc.getAsDouble());
      }
    }
    double[] weights = InformationCriteria.weights(criteria.stream().mapToDouble(c -> c).toArray());
    return fits.stream()
        .map(
            entry -> {
              int rank = compared.indexOf(entry);
              return entry(entry, rank < 0 ? null : weights[rank]);
            })
        .toList();
  }

  private static InformationCriteria criteria(Fit fit) {
    return InformationCriteria.of(
        fit.chiSquare(),
        fit.observations().size(),
        fit.fitted().size() + fit.options().slow().size(),
        fit.sigmaKnowledge().known());
  }

  private ModelFit entry(Entry entry, @Nullable Double weight) {
    Fit found = entry.fit;
    boolean stands = entry.stands();
    InformationCriteria criteria = stands ? criteria(found) : InformationCriteria.NONE;
    DipoleMoment moment = stands ? entry.moment : DipoleMoment.NONE;
    return new ModelFit(
        found.options().model().name(),
        found.relaxation().isPart(),
        entry.wide,
        entry.chosen,
        found.fitted().size(),
        stands ? found.chiSquare() : null,
        orNull(criteria.aicc()),
        orNull(criteria.bic()),
        weight,
        entry.wide && stands ? found.values().dipoleWidth() : null,
        moment.value(),
        moment.standardError(),
        entry.outcome);
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private List<NestedComparison> tests(Optional<Spread> spread) {
    List<NestedComparison> tests = new ArrayList<>();
    String model = fit.options().model().name();
    fit.relaxation()
        .test()
        .ifPresent(
            test ->
                tests.add(
                    new NestedComparison(
                        NestedComparison.RELAXATION,
                        model,
                        true,
                        fit.values().dipoleWidth() > 0,
                        test.statistic(),
                        test.pValue())));
    spread.ifPresent(
        found ->
            tests.add(
                new NestedComparison(
                    NestedComparison.DIPOLE_WIDTH,
                    model,
                    fit.relaxation().isPart(),
                    true,
                    found.fall(),
                    found.pValue())));
    return tests;
  }
}
