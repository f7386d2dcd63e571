BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name -LinkSpeedBitsPerSecond 10000000000 |
            Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    New-LabVMSwitch VMs -NetAdapterName 'Local Area Connection 2' -ComputerName HV1 | Out-Null
    $script:nic = @{ Name = 'Local Area Connection 2'; ComputerName = 'HV1' }
}

AfterAll { Remove-Lab Lab }

Describe 'NetAdapterVmq' {
    It 'is off on R2 until somebody turns it on' {
        (Get-LabNetAdapterVmq @nic).Enabled | Should -BeFalse
        (Get-LabNetAdapterVmq @nic).NumberOfReceiveQueues | Should -Be 16
        Enable-LabNetAdapterVmq @nic
        (Get-LabNetAdapterVmq @nic).Enabled | Should -BeTrue
        Disable-LabNetAdapterVmq @nic
        (Get-LabNetAdapterVmq @nic).Enabled | Should -BeFalse
    }

    It 'is served from a processor on' {
        Set-LabNetAdapterVmq @nic -BaseProcessorNumber 1 -MaxProcessors 2
        $set = Get-LabNetAdapterVmq @nic
        $set.BaseProcessorNumber, $set.MaxProcessors | Should -Be 1, 2
        { Set-LabNetAdapterVmq @nic -BaseProcessorNumber 999 -ErrorAction Stop } | Should -Throw '*processors*'
    }

    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        Enable-LabNetAdapterVmq @nic -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }
}

Describe 'Get-LabNetAdapterVmqQueue' {
    It 'shows a default queue, and one for each port of the switch' {
        Enable-LabNetAdapterVmq @nic
        $queues = Get-LabNetAdapterVmqQueue @nic
        $queues[0].QueueID | Should -Be 0
        $queues[0].MacAddress | Should -BeNullOrEmpty
        $queues[0].VmFriendlyName | Should -Be HV1
        $queues[1].MacAddress | Should -Match '^00-'
        $queues[1].Processor | Should -Match '^0:\d+$'
        Get-LabNetAdapterVmqQueue @nic -Id 0 | Should -HaveCount 1
        Disable-LabNetAdapterVmq @nic
        Get-LabNetAdapterVmqQueue @nic | Should -BeNullOrEmpty
    }
}

Describe 'Measure-LabNetwork' {
    It 'tells what the management operating system gets through its switch, and what holds it back' {
        $measured = Measure-LabNetwork HV2 HV1
        $measured.BitsPerSecond | Should -BeGreaterThan 8e9
        ($measured.Processors | Where-Object Owner -EQ 'HV1') | Should -BeNullOrEmpty
        (Measure-LabNetwork HV2 HV1 -BitsPerSecond 1000000000).DropPercent | Should -Be 0
    }

    It 'refuses an end that is not there' {
        { Measure-LabNetwork HV2 none -ErrorAction Stop } | Should -Throw
    }
}
