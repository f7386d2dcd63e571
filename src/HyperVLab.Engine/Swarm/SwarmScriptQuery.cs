using System.Globalization;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Swarm;

/// <summary>Writes a schedule as the PowerShell of its steps.</summary>
/// <param name="Plan">The schedule.</param>
internal sealed record SwarmScriptQuery(SwarmPlan Plan) : LabQuery<IReadOnlyList<string>>
{
    /// <inheritdoc/>
    internal override IReadOnlyList<string> Answer(LabState lab) =>
        [.. Plan.Steps.Select(step => string.Create(
            CultureInfo.InvariantCulture, $"{step.At:hh\\:mm\\:ss\\.fff} {RequestScript.Of(lab, step.Request)}"))];
}
