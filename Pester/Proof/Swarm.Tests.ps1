BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'Invoke-LabSwarm' {
    It 'plays seeds, and finds nothing' {
        $report = Invoke-LabSwarm -Seed (1..6) -ThrottleLimit 2 -Verify
        $report.Seeds | Should -Be 6
        $report.IsGreen | Should -BeTrue
        $report.Violations | Should -BeNullOrEmpty
        $report.UnequalSeeds | Should -BeNullOrEmpty
        $report.Faults | Should -BeGreaterThan 0
        $report.Convergence.Count | Should -Be 6
        $report.VirtualTime.TotalMinutes | Should -BeGreaterThan 60
    }

    It 'adds the reports of shards up to what all seeds give at once' {
        $files = 1..3 | ForEach-Object { Join-Path TestDrive: "shard$_.json" }
        1..3 | ForEach-Object { Invoke-LabSwarm (1..6) -Shard "$_/3" -OutFile $files[$_ - 1] | Out-Null }
        $merged = Invoke-LabSwarm -Merge $files
        $all = Invoke-LabSwarm (1..6)
        $merged.Seeds | Should -Be 6
        $merged.Digest | Should -Be $all.Digest
        $merged.Events | Should -Be $all.Events
        $merged.Failover.Count | Should -Be $all.Failover.Count
    }

    It 'plays a schedule that somebody kept' {
        $kept = "$PSScriptRoot/../../tests/HyperVLab.Scenarios.Tests/Swarm"
        $schedule = Get-ChildItem $kept -Filter *.json | Select-Object -First 1
        (Invoke-LabSwarm -Schedule $schedule -Verify).IsGreen | Should -BeTrue
    }

    It 'refuses what is no shard or no schedule' {
        { Invoke-LabSwarm 1 -Shard 4/3 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Proof.InvokeLabSwarmCommand'
        'nothing' | Set-Content TestDrive:\none.json
        { Invoke-LabSwarm -Schedule TestDrive:\none.json -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidData,HyperVLab.Commands.Proof.InvokeLabSwarmCommand'
    }

    It 'does nothing with WhatIf' {
        Invoke-LabSwarm (1..6) -WhatIf | Should -BeNullOrEmpty
    }
}
