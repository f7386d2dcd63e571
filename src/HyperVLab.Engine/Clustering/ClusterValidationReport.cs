using HyperVLab.Engine.Clustering.Validation;
using HyperVLab.Engine.Clustering.Views;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks for the report of a validation as an HTML page.</summary>
public sealed record ClusterValidationReport : LabQuery<string>
{
    /// <summary>The validation.</summary>
    public required Key<ClusterValidation> Validation { get; init; }

    internal override string Answer(LabState lab) =>
        ValidationReport.Html(ClusterValidationView.Of(lab, lab.ClusterValidations[Validation]));
}
