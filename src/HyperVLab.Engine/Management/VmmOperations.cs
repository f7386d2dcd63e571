using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Events;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Leads operations along their courses. Each ends exactly once: done, or halted until it is restarted.
/// </summary>
internal static class VmmOperations
{
    /// <summary>Begins an operation under a job, which it ends.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="server">The server that does it.</param>
    /// <param name="job">The job.</param>
    /// <param name="computers">The managed computers that take part.</param>
    /// <param name="subject">The key of what it works on; null where the computers say it all.</param>
    public static VmmOperation Begin(
        LabState lab,
        VmmOperationKind kind,
        Key<VmmServer> server,
        LabJob job,
        IReadOnlyList<Key<PhysicalComputer>> computers,
        int? subject = null)
    {
        VmmOperation operation = lab.VmmOperations.Add(
            key => new VmmOperation(key, kind, server, job.Key, computers, subject));
        job.GoOn();
        job.AllowRestart();
        BeginStep(lab, operation, 0);
        return operation;
    }

    /// <summary>The step that an operation is at has ended: its time is over, or what it waited for is there.</summary>
    public static void EndStep(LabState lab, VmmOperation operation)
    {
        CourseStep step = StepOf(operation);
        if ((step.Fails(lab, operation) ?? step.Writes(lab, operation)) is { } failure)
        {
            Fail(lab, operation, failure);
            return;
        }

        step.Ends(lab, operation);
        BeginStep(lab, operation, operation.StepIndex + 1);
    }

    /// <summary>A job is stopped: what it was doing is kept.</summary>
    public static void Stop(LabState lab, Key<LabJob> job) => Halt(lab, Of(lab, job));

    /// <summary>A job goes on where it was.</summary>
    public static void Restart(LabState lab, Key<LabJob> job, bool skipsStep)
    {
        if (Of(lab, job) is { State: VmmOperationState.Halted } operation)
        {
            BeginStep(lab, operation, operation.StepIndex + (skipsStep ? 1 : 0));
        }
    }

    /// <summary>The service of a server has stopped: all that it did fails.</summary>
    public static void ServiceStopped(LabState lab, VmmServer server)
    {
        foreach (VmmOperation operation in lab.VmmOperations.ToArray())
        {
            if (operation.Server == server.Key && operation.State == VmmOperationState.Running)
            {
                string name = lab.NameOf(server.Computer);
                Fail(lab, operation, new StepFailure(ManagementErrors.ServiceStopped, name, name));
            }
        }
    }

    /// <summary>What an operation does has failed: it is kept where it was.</summary>
    public static void Fail(LabState lab, VmmOperation operation, StepFailure failure)
    {
        Halt(lab, operation);
        lab.Fail(operation.Job, failure.Error, failure.Target, failure.Arguments);
    }

    /// <summary>Gives up an operation that was halted: its job goes on no more.</summary>
    public static void GiveUp(LabState lab, VmmOperation operation)
    {
        End(lab, operation);
        lab.Jobs[operation.Job].ForbidRestart();
    }

    private static void End(LabState lab, VmmOperation operation)
    {
        Transfers.Forget(lab, operation);
        OperationSubjects.Remove(lab, operation);
        lab.VmmOperations.Remove(operation.Key);
    }

    private static VmmOperation? Of(LabState lab, Key<LabJob> job) =>
        lab.VmmOperations.FirstOrDefault(operation => operation.Job == job);

    private static CourseStep StepOf(VmmOperation operation) => Courses.Of(operation.Kind)[operation.StepIndex];

    private static void BeginStep(LabState lab, VmmOperation operation, int index)
    {
        IReadOnlyList<CourseStep> course = Courses.Of(operation.Kind);
        if (index == course.Count)
        {
            End(lab, operation);
            lab.Complete(operation.Job);
            return;
        }

        CourseStep step = course[index];
        lab.Step(operation.Job, step.Name, 100 * index / course.Count, step.Depth);
        operation.BeginStep(index, null);
        if ((step.Fails(lab, operation) ?? step.Begins(lab, operation)) is { } failure)
        {
            Fail(lab, operation, failure);
        }
        else if (step.Duration(lab, operation) is { } duration)
        {
            operation.BeginStep(index, lab.Schedule(duration, new VmmStepEnded(operation.Key)));
        }
    }

    private static void Halt(LabState lab, VmmOperation? operation)
    {
        if (operation is { State: VmmOperationState.Running })
        {
            lab.Cancel(operation.Sequence);
            operation.Halt();
            StepOf(operation).Halts(lab, operation);
        }
    }
}
