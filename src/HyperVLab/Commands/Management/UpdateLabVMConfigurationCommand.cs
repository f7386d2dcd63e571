using System.Management.Automation;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using VMConfiguration = HyperVLab.Objects.VMConfiguration;

namespace HyperVLab.Commands.Management;

/// <summary>Finds the host for a virtual machine that is to be made, and rates it.</summary>
/// <remarks>
/// A host that is pinned stays and is rated only; a rating of 0 says in Explanation why it cannot take the machine.
/// Get-LabVMHostRating -VMConfiguration shows what all hosts are rated.
/// </remarks>
/// <example>
/// <code>Update-LabVMConfiguration web01 | Format-List VMHost, Rating, Explanation</code>
/// Places web01 and says why there.
/// </example>
[Cmdlet(VerbsData.Update, "LabVMConfiguration", DefaultParameterSetName = "FromVMConfig", SupportsShouldProcess = true)]
[OutputType(typeof(VMConfiguration))]
public sealed class UpdateLabVMConfigurationCommand : VMConfigurationCmdlet
{
    /// <summary>Whether it is only looked whether there is a host, and nothing is changed.</summary>
    [Parameter]
    public bool ValidateOnly { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() =>
        new UpdateVMConfiguration { VMConfiguration = Meant, ValidateOnly = ValidateOnly };
}
