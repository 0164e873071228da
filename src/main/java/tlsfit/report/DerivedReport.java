package tlsfit.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlsfit.explain.Explain;
import tlsfit.result.DerivedQuantity;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** The derived quantities of a fit in a report: other dipole moments first, then all others. */
final class DerivedReport {
  private final DocumentBuilder page;
  private final FitResult result;

  DerivedReport(DocumentBuilder page, FitResult result) {
    this.page = page;
    this.result = result;
  }

  void print() {
    dipoleMoment();
    derived();
  }

  private void dipoleMoment() {
    Optional<ParameterEstimate> fit = result.findParameter("dipoleMoment");
    if (fit.isEmpty() || !fit.get().determined()) {
      return; // there is nothing to set the others beside
    }
    Optional<DerivedQuantity> eq10 = result.findDerived("dipoleMomentEq10");
    Optional<DerivedQuantity> refined = result.findDerived("dipoleMomentExtremum");
    Optional<DerivedQuantity> lz = result.findDerived("dipoleMomentLz");
    Optional<DerivedQuantity> otherModel = lz.or(() -> result.findDerived("dipoleMomentLog"));
    TextTable table = new TextTable("ll");
    table.add("fit of all readings, model " + result.model(), ParameterTable.inWords(fit.get()));
    otherModel.ifPresent(
        value ->
            table.add(
                "the same, model " + (lz.isPresent() ? "lz" : "log"),
                withError(value, DisplayUnit.DEBYE)));
    refined.ifPresent(
        value ->
            table.add(
                "from the frequency minimum, model " + result.model(),
                withError(value, DisplayUnit.DEBYE)));
    eq10.ifPresent(
        value ->
            table.add(
                "from the frequency minimum, Eq. 10 as printed",
                withError(value, DisplayUnit.DEBYE)));
    page.heading("Dipole moment by other ways").table(table);
    otherModel.ifPresent(
        value ->
            page.paragraph(
                Explain.derived(value)
                    + " Model log is the leading logarithm that the literature quotes, lz the whole"
                    + " Landau-Zener response; their difference is a systematic uncertainty of the"
                    + " model and part of no interval here."));
    eq10.ifPresentOrElse(
        value -> page.paragraph(Explain.derived(value)),
        () ->
            page.paragraph(
                "No frequency minimum over the microwave field stands out of the noise: there is no"
                    + " estimate without a fit (Eq. 10)."));
  }

  private void derived() {
    List<DerivedQuantity> others =
        result.derived().stream()
            .filter(value -> !value.name().startsWith("dipoleMoment"))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    page.heading("Derived");
    for (DerivedQuantity value : others) {
      switch (value.name()) {
        case "lossTangent" ->
            page.item(
                "loss tangent "
                    + withError(value, DisplayUnit.TEN_THOUSANDTH)
                    + ". "
                    + Explain.derived(value));
        case "relaxationTimeExtremum" ->
            page.item(
                "T10 from the minimum over bias rate "
                    + withError(value, DisplayUnit.of("relaxationTime", "s"))
                    + ". "
                    + Explain.derived(value));
        case "densityOfStates" ->
            page.item(
                "density of states "
                    + withError(value, DisplayUnit.powerOfTen(value.value(), "1/(J m³)"))
                    + " = "
                    + withError(value, DisplayUnit.PER_GHZ_AND_CUBIC_MICROMETRE)
                    + ". "
                    + Explain.derived(value));
        default ->
            page.item(
                value.name()
                    + " "
                    + withError(value, new DisplayUnit(value.unit(), 1))
                    + ". "
                    + Explain.derived(value));
      }
    }
  }

  private static String withError(DerivedQuantity value, DisplayUnit unit) {
    @Nullable Double error = value.standardError();
    String number =
        error == null || error <= 0
            ? NumberText.significant(unit.show(value.value()), 4)
            : NumberText.withError(unit.show(value.value()), unit.show(error));
    boolean several = number.contains("±") && unit.symbol().startsWith("×");
    return (several ? "(" + number + ")" : number) + " " + unit.symbol();
  }
}
