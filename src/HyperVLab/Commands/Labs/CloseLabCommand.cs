using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Commands.Labs;

/// <summary>Closes a lab that is kept in a folder, so that another process can open it.</summary>
/// <remarks>
/// A lab that is not closed is there again all the same, whatever ended its process: Open-Lab then repeats what it
/// has not written down as a whole.
/// </remarks>
/// <example>
/// <code>Close-Lab branch</code>
/// Closes the lab "branch". Open-Lab opens it again.
/// </example>
[Cmdlet(VerbsCommon.Close, "Lab", DefaultParameterSetName = "Name", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class CloseLabCommand : LabsCmdlet
{
    /// <inheritdoc/>
    private protected override void Process(LabHandle lab)
    {
        if (!lab.IsStored)
        {
            throw ModuleErrors.LabNotKept.For(lab.Lab.Name, lab.Lab.Name);
        }

        LabRegistry.Remove(lab);
    }
}
