using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Clustering.Validation;

/// <summary>What a validation is about.</summary>
/// <param name="Lab">The lab.</param>
/// <param name="Computers">The computers that are to become a cluster.</param>
internal sealed record ValidationScope(LabState Lab, IReadOnlyList<PhysicalComputer> Computers)
{
    /// <summary>Every two of the computers, each two once.</summary>
    public IEnumerable<(PhysicalComputer First, PhysicalComputer Second)> Pairs =>
        Computers.SelectMany((first, index) => Computers.Skip(index + 1).Select(second => (first, second)));
}
