using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Networking;

/// <summary>Gets virtual switches of the lab's hosts.</summary>
/// <example>
/// <code>Get-LabVMSwitch VMs</code>
/// Gets the switches of that name on all hosts.
/// </example>
/// <example>
/// <code>Get-LabVMSwitch -SwitchType External -ComputerName HVR2NODO1</code>
/// Gets the switches of one host that lead to the physical network.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVMSwitch", DefaultParameterSetName = "Name")]
[OutputType(typeof(VMSwitch))]
public sealed class GetLabVMSwitchCommand : LabCmdlet
{
    /// <summary>The switches' identifiers.</summary>
    [Parameter(Position = 0, ParameterSetName = "Id", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SwitchId")]
    [ValidateNotNull]
    public Guid[]? Id { get; set; }

    /// <summary>The switches' name. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("SwitchName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualSwitchView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only switches of these types.</summary>
    [Parameter]
    public VMSwitchType[]? SwitchType { get; set; }

    /// <summary>
    /// Only the switches of these hosts. Without it, of the host entered with Enter-LabHost, or of the whole lab.
    /// </summary>
    [Parameter]
    [Alias("PSComputerName", "Cn")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        IReadOnlySet<int>? scope = ComputerNames.Scope(Handle, ComputerName);
        WriteObject(
            Named<VirtualSwitchView, VMSwitch>(
                Name is null ? null : [Name],
                view => (scope?.Contains(view.ComputerKey) ?? true)
                    && (Id?.Contains(view.Id) ?? true)
                    && (SwitchType?.Contains(view.SwitchType) ?? true)),
            enumerateCollection: true);
    }
}
