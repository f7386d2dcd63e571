using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Makes a lab the one that cmdlets of this runspace mean without -Lab.</summary>
/// <remarks>Each runspace has a current lab of its own, so parallel ones do not disturb each other.</remarks>
/// <example>
/// <code>Select-Lab production</code>
/// Cmdlets without -Lab now work on the lab "production".
/// </example>
[Cmdlet(VerbsCommon.Select, "Lab", DefaultParameterSetName = "Name")]
[OutputType(typeof(LabInfo))]
public sealed class SelectLabCommand : GuardedCmdlet
{
    /// <summary>The lab's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Name")]
    [ArgumentCompleter(typeof(LabNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The lab, as Get-Lab writes it.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    [ValidateNotNull]
    public LabInfo InputObject { get; set; } = null!;

    /// <summary>Writes the lab. Without it, nothing is written.</summary>
    [Parameter]
    public SwitchParameter Passthru { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = ParameterSetName == "Name" ? LabRegistry.Get(Name) : InputObject.Handle;
        LabSession.Current.Selected = handle;
        if (Passthru)
        {
            WriteObject(handle.Info);
        }
    }
}
