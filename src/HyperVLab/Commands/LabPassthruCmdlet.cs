using System.Management.Automation;
using HyperVLab.Objects;

namespace HyperVLab.Commands;

/// <summary>As <see cref="LabTargetCmdlet{TObject}"/>, with -Passthru.</summary>
/// <typeparam name="TObject">What it changes.</typeparam>
public abstract class LabPassthruCmdlet<TObject> : LabTargetCmdlet<TObject>
    where TObject : LabObject
{
    /// <summary>Writes the object that was changed. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected sealed override bool WritesTarget => Passthru;
}
