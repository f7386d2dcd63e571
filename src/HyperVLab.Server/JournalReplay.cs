using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Files;
using HyperVLab.Engine.Networking;
using HyperVLab.Engine.Networking.Views;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Server;

/// <summary>Replays a journal for a person to read: each input as its PowerShell, then how it ended.</summary>
/// <param name="output">Where it is printed.</param>
internal sealed class JournalReplay(TextWriter output)
{
    private const int Width = 100;
    private readonly List<int> _goingOn = [];

    /// <summary>Replays the journal in a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether the journal hash came out as the file names it.</returns>
    /// <exception cref="LabException">The file is no journal, or its inputs do not fit together.</exception>
    public bool Run(string path)
    {
        JournalFile journal;
        using (StreamReader text = File.OpenText(path))
        {
            journal = JournalFile.ReadFrom(text);
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{journal.Name}, seed {journal.Seed}: {journal.Entries.Count} inputs between {journal.Applied} events"));
        using Lab lab = Lab.Replay(journal, new MemoryDiskStore(), Show);
        ShowEnded(lab);
        ShowPings(lab);
        bool same = lab.JournalHash == journal.Hash;
        output.WriteLine($"journal hash {lab.JournalHash}");
        output.WriteLine(same ? "the same as in the journal" : $"NOT the one in the journal: {journal.Hash}");
        return same;
    }

    private void Show(Lab lab, ReplayStep step)
    {
        ShowEnded(lab);
        output.WriteLine($"{Clock(step.Time)}  {step.Script}");
        if (step.Refusal is { } refusal)
        {
            output.WriteLine($"            refused: {refusal.Message}");
        }
        else if (step.Job is { HasEnded: false } job)
        {
            _goingOn.Add(job.Key);
        }
        else if (step.Job is { } done)
        {
            ShowWarnings(done);
        }
    }

    private void ShowEnded(Lab lab)
    {
        foreach (int key in _goingOn.ToArray())
        {
            if (lab.View<JobView>(key) is not { HasEnded: true } job)
            {
                continue;
            }

            _goingOn.Remove(key);
            string took = Clock(job.EndTime!.Value - job.StartTime);
            output.WriteLine($"{Clock(job.EndTime.Value)}    {job.Name} {OutcomeOf(job)} after {took}");
            ShowWarnings(job);
        }
    }

    private void ShowWarnings(JobView job)
    {
        foreach (string warning in job.Warnings)
        {
            output.WriteLine($"            warning: {warning}");
        }
    }

    private static string OutcomeOf(JobView job) => job.State switch
    {
        JobState.Completed => "done",
        JobState.Stopped => "stopped",
        _ => $"failed: {job.ErrorMessage}",
    };

    private static string Clock(TimeSpan time) => time.ToString(@"hh\:mm\:ss\.f", CultureInfo.InvariantCulture);

    private void ShowPings(Lab lab)
    {
        foreach (PingView ping in lab.Views<PingView>())
        {
            output.WriteLine();
            output.WriteLine(lab.Ask(new PingTimelineQuery(ping.Key))!.Draw(Width));
        }

        output.WriteLine();
    }
}
