using System.Management.Automation;
using HyperVLab.Session;

namespace HyperVLab.Mounting;

/// <summary>Ends what the module serves when it is removed: nobody could dismount it any more.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        LocalMounts.EndAll();
        foreach (LabHandle lab in LabRegistry.All)
        {
            lab.Mounts.DismountAll();
        }
    }
}
