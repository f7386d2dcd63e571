using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Makes a host of the lab "this computer".</summary>
/// <remarks>
/// Cmdlets that have -ComputerName mean this host without it, and requests come from it in place of the administrator's
/// workstation, until Exit-LabHost. Each runspace enters a host of its own.
/// </remarks>
/// <example>
/// <code>Enter-LabHost HVR2NODO1</code>
/// Works as if signed in at HVR2NODO1.
/// </example>
[Cmdlet(VerbsCommon.Enter, "LabHost")]
[OutputType(typeof(void))]
public sealed class EnterLabHostCommand : LabCmdlet
{
    /// <summary>The host's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Name")]
    [ArgumentCompleter(typeof(NameCompleter<PhysicalComputerView>))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        LabSession.Current.Enter(handle, ComputerNames.Get(handle, ComputerName).Name);
    }
}
