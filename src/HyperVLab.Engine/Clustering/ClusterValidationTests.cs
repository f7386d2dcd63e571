using HyperVLab.Engine.Clustering.Validation;
using HyperVLab.Engine.Clustering.Views;

namespace HyperVLab.Engine.Clustering;

/// <summary>Asks which validation tests there are.</summary>
public sealed record ClusterValidationTests : LabQuery<IReadOnlyList<ClusterValidationTestView>>
{
    internal override IReadOnlyList<ClusterValidationTestView> Answer(LabState lab) =>
        [.. ValidationCatalogue.All.Select(test => new ClusterValidationTestView(test.Category, test.Name))];
}
