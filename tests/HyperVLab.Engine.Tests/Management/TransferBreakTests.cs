using HyperVLab.Engine.Compute.Views;
using HyperVLab.Engine.Faults;
using HyperVLab.Engine.Faults.Requests;
using HyperVLab.Engine.Faults.Views;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Proof;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Tests.Compute;
using HyperVLab.Engine.Tests.Faults;
using HyperVLab.Engine.Tests.Hosts;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Tests.Management;

/// <summary>Whatever breaks the way, and whoever suspends, resumes and prefers, each byte goes once.</summary>
public sealed class TransferBreakTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_byte_goes_once_however_often_the_way_breaks(int seed)
    {
        var random = new Random(seed);
        using TestLab lab = TransferLab.Create();
        VirtualMachineView[] vms = [.. Enumerable.Range(1, 3).Select(number => lab.NewVM($"web{number}", 10))];
        string[] texts = [.. vms.Select(vm => $"{vm.Name} of {seed}")];
        for (int at = 0; at < vms.Length; at++)
        {
            lab.Write(vms[at], texts[at]);
        }

        int[] jobs = [.. vms.Select(vm => lab.BeginMove(vm).Key)];
        for (int round = 0; round < 25; round++)
        {
            Disturb(lab, random);
            lab.Advance(random.Next(1, 200) / (random.Next(3) + 1.0));
            Assert.Empty(lab.Read(Invariants.Check));
        }

        Repair(lab);
        foreach (int job in jobs)
        {
            if (lab.Lab.WaitFor(job).Failure is not null)
            {
                lab.Do(new RestartJob { Job = new(job) });
            }

            Assert.Null(lab.Lab.WaitFor(job).Failure);
        }

        Assert.Empty(lab.Read(Invariants.Check));
        Assert.Equal(texts, vms.Select(lab.Reads));
        Assert.All(vms, vm => Assert.Equal("NODE2", lab.Now(vm).ComputerName));
        Assert.Empty(lab.Files("NODE1"));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    private static void Disturb(TestLab lab, Random random)
    {
        string host = random.Next(2) == 0 ? "NODE1" : "NODE2";
        Key<PhysicalComputer> computer = lab.Computer(host);
        TransferView[] transfers = lab.Transfers();
        TransferView? one = transfers.Length == 0 ? null : transfers[random.Next(transfers.Length)];
        switch (random.Next(9))
        {
            case 0 or 1:
                lab.SetCables(computer, connected: random.Next(2) == 0);
                break;
            case 2:
                SetAgent(lab, computer, isSilent: random.Next(2) == 0);
                break;
            case 3 when lab.Host(computer).State == ComputerState.Running:
                lab.Do(new StopHost { Computer = computer, TurnOff = true });
                break;
            case 4 when lab.Host(computer).State == ComputerState.Off:
                lab.Begin(new StartHost { Computer = computer });
                break;
            case 5 when IsGoingOn(lab, one)
                && one is { State: TransferState.Transferring or TransferState.TransientError }:
                lab.Do(new SuspendTransfer { Transfer = one.Key() });
                break;
            case 6 when IsGoingOn(lab, one)
                && one is { State: TransferState.Suspended or TransferState.TransientError }:
                lab.Do(new ResumeTransfer { Transfer = one.Key() });
                break;
            case 7 when IsGoingOn(lab, one) && one!.State != TransferState.Transferred:
                lab.Do(new SetTransfer
                {
                    Transfer = one.Key(),
                    Priority = (TransferPriority)random.Next(4),
                    BandwidthPercent = random.Next(3) * 20,
                });
                break;
            default:
                break;
        }
    }

    private static bool IsGoingOn(TestLab lab, TransferView? transfer) =>
        transfer is not null && lab.Lab.View<JobView>(transfer.JobKey)!.State == JobState.Running;

    private static void Repair(TestLab lab)
    {
        foreach (string host in (string[])["NODE1", "NODE2"])
        {
            Key<PhysicalComputer> computer = lab.Computer(host);
            lab.SetCables(computer, connected: true);
            SetAgent(lab, computer, isSilent: false);
            lab.Advance(1000);
            if (lab.Host(computer).State == ComputerState.Off)
            {
                lab.Do(new StartHost { Computer = computer });
            }
        }

        foreach (TransferView transfer in lab.Transfers())
        {
            if (IsGoingOn(lab, transfer) && transfer.State == TransferState.Suspended)
            {
                lab.Do(new ResumeTransfer { Transfer = transfer.Key() });
            }
        }
    }

    // An agent that is silent lets the job fail between its steps: that goes on when it is restarted.
    private static void SetAgent(TestLab lab, Key<PhysicalComputer> computer, bool isSilent)
    {
        FaultView? fault = lab.Lab.Views<FaultView>().FirstOrDefault(
            one => one.State == FaultState.Active && one.ComputerKeys.Contains(computer.Number));
        if (isSilent && fault is null)
        {
            lab.Break(new AddFault { Kind = FaultKind.AgentUnreachable, Computer = [computer] });
        }
        else if (!isSilent && fault is not null)
        {
            lab.Repair(new(fault.Key));
        }
    }
}
