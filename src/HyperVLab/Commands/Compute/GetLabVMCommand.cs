using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets virtual machines.</summary>
/// <remarks>
/// What is written is alive: its properties are true when they are read. Several machines may have one name.
/// </remarks>
/// <example>
/// <code>Get-LabVM</code>
/// Lists the virtual machines of all hosts, or of the one that was entered.
/// </example>
/// <example>
/// <code>Get-LabVM web* -ComputerName HVR2NODO1</code>
/// Lists those of HVR2NODO1 whose names begin with web.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabVM", DefaultParameterSetName = "Name")]
[OutputType(typeof(VirtualMachine))]
public sealed class GetLabVMCommand : LabCmdlet
{
    /// <summary>The virtual machines' names. Wildcards are permitted.</summary>
    [Parameter(ParameterSetName = "Name", Position = 0, ValueFromPipeline = true)]
    [Alias("VMName")]
    [ArgumentCompleter(typeof(NameCompleter<VirtualMachineView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>
    /// The hosts to look on. Without it, the host that was entered with Enter-LabHost, or all hosts of the lab.
    /// </summary>
    [Parameter(ParameterSetName = "Name")]
    [Parameter(ParameterSetName = "Id")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <summary>The virtual machine's identifier.</summary>
    [Parameter(
        ParameterSetName = "Id", Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public Guid? Id { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        Func<VirtualMachineView, bool>? on = VMTargets.On(Handle, ComputerName);
        if (ParameterSetName == "Id")
        {
            VirtualMachineView found = Handle.Lab.Views<VirtualMachineView>()
                .FirstOrDefault(view => view.Id == Id && (on?.Invoke(view) ?? true))
                ?? throw Engine.Lab.NotFound<VirtualMachineView>($"{Id}");
            WriteObject(LabObjects.Of(Handle, found));
            return;
        }

        WriteObject(Named<VirtualMachineView, VirtualMachine>(Name, on), enumerateCollection: true);
    }
}
