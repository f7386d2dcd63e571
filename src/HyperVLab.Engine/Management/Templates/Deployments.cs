using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>Virtual machines that are being made: begun, forgotten and left when what they need goes.</summary>
internal static class Deployments
{
    /// <summary>Begins one.</summary>
    public static void Begin(
        LabState lab,
        LabJob job,
        Key<VmmServer> server,
        DeploymentPlan plan,
        DeploymentSource source,
        Key<VMTemplate>? template)
    {
        Deployment deployment = lab.Deployments.Add(key => new Deployment(key, plan, source.File.Key, template));
        VirtualMachine vm = MachineJobs.Add(lab, job, plan.Computer, plan.Name, plan.Path);
        vm.SetMemory((long)plan.Hardware.MemoryMB << 20);
        vm.SetProcessors(plan.Hardware.CPUCount, plan.Hardware.CPULimitForMigration);
        vm.Describe(plan.Description);
        deployment.Become(vm.Key);
        VMOwners.Adopt(lab, vm, job.Key);
        VmmOperations.Begin(
            lab,
            VmmOperationKind.Deploy,
            server,
            job,
            plan.SourceComputer == plan.Computer ? [plan.Computer] : [plan.Computer, plan.SourceComputer],
            deployment.Key.Number);
    }

    /// <summary>A virtual machine is gone.</summary>
    public static void Forget(LabState lab, Key<VirtualMachine> vm)
    {
        foreach (Deployment deployment in lab.Deployments)
        {
            if (deployment.VM == vm)
            {
                deployment.Become(null);
            }
        }
    }

    /// <summary>A file is gone.</summary>
    public static void Forget(LabState lab, Key<StoredFile> file)
    {
        foreach (Deployment deployment in lab.Deployments)
        {
            if (deployment.Source == file)
            {
                deployment.LoseSource();
            }

            if (deployment.Disk == file)
            {
                deployment.Receive(null);
            }
        }
    }

    /// <summary>A template is gone, of which a job that failed would have made a machine.</summary>
    public static void Forget(LabState lab, Key<VMTemplate> template)
    {
        foreach (Deployment deployment in lab.Deployments)
        {
            if (deployment.Template == template)
            {
                deployment.LoseTemplate();
            }
        }
    }
}
