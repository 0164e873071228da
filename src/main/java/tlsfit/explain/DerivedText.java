package tlsfit.explain;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.result.DerivedQuantity;
import tlsfit.units.DisplayUnit;

/** How derived quantities are defined and where they come from, in words. */
final class DerivedText {
  private DerivedText() {}

  static String of(DerivedQuantity quantity) {
    String model = quantity.model().isEmpty() ? "the model" : "model " + quantity.model();
    String definition =
        switch (quantity.name()) {
          case "dipoleMomentEq10" ->
              "from the frequency minimum by Eq. 10 as printed, without a fit and without"
                  + " relaxation; Eq. 10 puts the extremum at Ω_R0 = 2 √v0, which underestimates p"
                  + where(quantity);
          case "dipoleMomentExtremum" ->
              "from the frequency minimum by the exact extremum of "
                  + model
                  + ", without a fit and without relaxation"
                  + where(quantity);
          case "dipoleMomentLz", "dipoleMomentLog" ->
              "fit of the same readings with "
                  + model
                  + Words.brackets(
                      Words.number("χ²/ν = ", quantity.details().get("reducedChiSquare"), 4),
                      Words.number(
                          "that of this fit ", quantity.details().get("reducedChiSquareOfFit"), 4));
          case "relaxationTimeExtremum" ->
              "T10 for which "
                  + model
                  + " has its extremum over the bias rate at the frequency minimum, at the fitted"
                  + " dipole moment"
                  + where(quantity);
          case "lossTangent" -> "unsaturated, times the filling factor: tan δ0 = π χ/3";
          case "densityOfStates" ->
              (quantity.details().containsKey("dipoleWidth")
                      ? "P0 = χ ε0 ε_r/(2 ⟨p²⟩) with ⟨p²⟩ = p² exp(2 σ_p²)"
                      : "P0 = χ ε0 ε_r/(2 p²)")
                  + ", by the definition of arXiv:2401.15624; the usual tan δ0 = π P0 p²/(3 ε0 ε_r)"
                  + " gives twice this P0";
          default -> quantity.name() + (quantity.model().isEmpty() ? "" : " by " + model);
        };
    return Words.capital(definition) + ".";
  }

  /** The place of the minimum. */
  private static String where(DerivedQuantity quantity) {
    String place =
        Words.join(
            Stream.of(at(quantity, "acField", "F_AC"), at(quantity, "biasRate", "dF_DC/dt"))
                .filter(part -> !part.isEmpty())
                .toList(),
            "and");
    String table = quantity.table().isEmpty() ? "" : " in " + quantity.table();
    return place.isEmpty() && table.isEmpty()
        ? ""
        : "; the minimum lies" + (place.isEmpty() ? "" : " at " + place) + table;
  }

  private static String at(DerivedQuantity quantity, String name, String symbol) {
    @Nullable Double value = quantity.details().get(name);
    return Words.number(value, v -> symbol + " = " + DisplayUnit.of(name).text(v, 4));
  }
}
