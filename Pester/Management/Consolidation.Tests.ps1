BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    $script:servers = Get-LabServerInventory -Count 200 -Seed 7
    $script:command = 'HyperVLab.Commands'
}

Describe 'Get-LabServerInventory' {
    It 'draws a thousand servers without a lab' {
        (Get-LabServerInventory).Count | Should -Be 1000
    }

    It 'draws the same servers from the same seed' {
        (Get-LabServerInventory -Count 200).Name | Should -Be $servers.Name
        (Get-LabServerInventory -Count 200 -Seed 8).Name | Should -Not -Be $servers.Name
    }

    It 'says what a server is built of' {
        $servers[0].Name | Should -Match '^[A-Z]+0001$'
        $servers[0].Disk[0].Letter | Should -Be 'C'
        $servers[0].DiskUsedBytes | Should -Be ($servers[0].Disk | Measure-Object UsedBytes -Sum).Sum
        $servers[0].OperatingSystem | Should -BeLike 'Windows*Server*'
    }

    It 'refuses a count that no inventory has' {
        { Get-LabServerInventory 0 -ErrorAction Stop } |
            Should -Throw '*give 1 to 9999*' -ErrorId "InvalidParameter,$command*"
    }
}

Describe 'Measure-LabServerLoad' {
    It 'gives mean, percentile and peak in this order' {
        foreach ($measure in $servers | Measure-LabServerLoad) {
            $measure.AverageProcessor | Should -BeLessOrEqual $measure.MaximumProcessor
            $measure.Processor | Should -BeLessOrEqual $measure.MaximumProcessor
        }
    }

    It 'takes the highest hour for the hundredth percentile' {
        $measure = $servers[5] | Measure-LabServerLoad -Percentile 100
        $measure.Processor | Should -Be $measure.MaximumProcessor
    }

    It 'refuses a percentile that there is not' {
        { $servers[0] | Measure-LabServerLoad -Percentile 101 -ErrorAction Stop } | Should -Throw '*give 50 to 100*'
    }
}

Describe 'Find-LabConsolidationPlan' {
    BeforeAll {
        $script:plan = $servers | Find-LabConsolidationPlan
    }

    It 'places every server once' {
        $plan.VM.Name | Should -Be $servers.Name
        ($plan.Host | Measure-Object VMCount -Sum).Sum | Should -Be 200
    }

    It 'is near the least that any plan needs' {
        $plan.HostCount | Should -BeGreaterOrEqual $plan.LeastHostCount
        $plan.GapPercent | Should -BeLessOrEqual 10
    }

    It 'has a spare host in each cluster' {
        ($plan.Host | Where-Object IsSpare).Cluster | Should -Be $plan.Cluster.Name
    }

    It 'needs fewer hosts where these are larger' {
        ($servers | Find-LabConsolidationPlan -HostMemoryBytes 144GB).HostCount | Should -BeLessThan $plan.HostCount
    }

    It 'refuses what fits nowhere' {
        { $servers | Find-LabConsolidationPlan -HostMemoryBytes 4GB -ErrorAction Stop } |
            Should -Throw '*fits on no host of the plan*' -ErrorId "InvalidParameter,$command*"
    }

    It 'refuses a server that is there twice' {
        { $servers[0], $servers[0] | Find-LabConsolidationPlan -ErrorAction Stop } | Should -Throw '*twice*'
    }
}

Describe 'Find-LabConsolidationSchedule' {
    BeforeAll {
        $script:plan = $servers | Find-LabConsolidationPlan
        $script:waves = $plan | Find-LabConsolidationSchedule
    }

    It 'moves every server once' {
        $waves.Conversion.Name | Sort-Object | Should -Be ($servers.Name | Sort-Object)
    }

    It 'ends every conversion within its window' {
        foreach ($wave in $waves) {
            $wave.LastEndTime | Should -BeLessOrEqual $wave.EndTime
            $wave.Conversion[0].StartTime | Should -BeGreaterOrEqual $wave.StartTime
        }
    }

    It 'begins on the weekday that it is told' {
        ($plan | Find-LabConsolidationSchedule -FirstWeekday Friday)[0].StartTime.Days | Should -Be 4
    }

    It 'refuses nights in which nothing fits' {
        { $plan | Find-LabConsolidationSchedule -LinkSpeedMbps 10 -ErrorAction Stop } |
            Should -Throw '*fit into no night*'
    }
}

Describe 'Export-LabConsolidationReport' {
    BeforeAll {
        $script:plan = $servers | Find-LabConsolidationPlan
        $script:path = Join-Path $TestDrive report.html
    }

    It 'writes one file' {
        $file = Export-LabConsolidationReport $path $plan ($plan | Find-LabConsolidationSchedule)
        $file.FullName | Should -Be $path
        Get-Content $path -Raw | Should -BeLike '<!DOCTYPE html>*</html>*'
    }

    It 'takes what a script says of attempts' {
        $outcome = [HyperVLab.Objects.ConversionOutcome]@{
            Name = $servers[0].Name; Wave = 1; StartTime = '22:00'; EndTime = '22:10'; Error = 'No network leads there.'
        }
        Export-LabConsolidationReport $path $plan ($plan | Find-LabConsolidationSchedule) $outcome | Out-Null
        $path | Should -FileContentMatch 'No network leads there\.'
    }

    It 'writes nothing under -WhatIf' {
        Export-LabConsolidationReport (Join-Path $TestDrive none.html) $plan -WhatIf | Should -BeNullOrEmpty
        Join-Path $TestDrive none.html | Should -Not -Exist
    }

    It 'leaves a file that is there alone with -NoClobber' {
        { Export-LabConsolidationReport $path $plan -NoClobber -ErrorAction Stop } | Should -Throw
    }
}

Describe 'labs/consolidation-1000.ps1' {
    BeforeAll {
        $script:path = Join-Path $TestDrive lab.html
        $script:result = & $PSScriptRoot/../../labs/consolidation-1000.ps1 -Count 60 -ReportPath $path 6> $null
    }

    AfterAll { Remove-Lab Consolidation60 }

    It 'has every server up as a virtual machine where the plan has it' {
        $result.Servers, $result.Running, $result.Misplaced | Should -Be 60, 60, 0
        (Get-LabServer | Where-Object State -NE Off) | Should -BeNullOrEmpty
        (Get-LabClusterGroup | Where-Object GroupType -EQ VirtualMachine) | Should -HaveCount 60
    }

    It 'has done again what failed on the way' {
        $result.RestartedJobs | Should -BeGreaterThan 0
        $result.MovedBack | Should -BeGreaterThan 0
        $result.FailedAttempts | Should -BeGreaterThan $result.RestartedJobs
    }

    It 'has hosts for at most a twentieth more than any plan needs' {
        $result.Hosts | Should -BeLessOrEqual ($result.LeastHosts * 1.05)
    }

    It 'reports what failed' {
        $path | Should -FileContentMatch 'What failed and was redone'
        $path | Should -FileContentMatch '60 conversions planned'
    }
}
