using System.Collections;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Binding;

/// <summary>Completes the names of a lab's checkpoints.</summary>
public sealed class LabCheckpointCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound)
    {
        try
        {
            return LabOf(bound) is { } lab ? lab.Checkpoints.All.Select(static one => one.Name) : [];
        }
        catch (LabException)
        {
            // Whoever lists them is told why they cannot be read.
            return [];
        }
    }
}
